/* The warmest day, found without a race. */
#include <stdio.h>

#define DAYS 4

static const int degrees[DAYS] = {14, 23, 12, 21};

int main(void)
{
    int warmest = 0;
    //> reduction
    #pragma omp parallel for num_threads(2) reduction(max : warmest)
    for (int day = 0; day < DAYS; day++)
        if (degrees[day] > warmest)
            warmest = degrees[day];
    //< reduction
    printf("%d degrees\n", warmest);
}
