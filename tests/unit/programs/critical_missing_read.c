// The update is protected, the look at it is not.
// expect: RACE, on total, threads 2
#include <stdio.h>

int main(void)
{
    int total = 0;
#pragma omp parallel
    {
#pragma omp critical
        total += 1;
        if (total > 100)
            printf("many\n");
    }
    return total < 1;
}
