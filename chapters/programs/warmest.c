/* The warmest day, as a colleague wrote it. */
#include <stdio.h>

#define DAYS 4

static const int degrees[DAYS] = {14, 23, 12, 21};

int main(void)
{
    int warmest = 0;
    //> warmest
    #pragma omp parallel for num_threads(2)
    for (int day = 0; day < DAYS; day++)
        if (degrees[day] > warmest)
            warmest = degrees[day];
    //< warmest
    printf("%d degrees\n", warmest);
}
