// A nowait reduction is complete only after the barrier.
// expect: RACE, on sum, threads 2
#include <stdio.h>

int main(void)
{
    int sum = 0;
#pragma omp parallel
    {
#pragma omp for reduction(+ : sum) nowait
        for (int i = 0; i < 4; i++)
            sum += i;
#pragma omp single nowait
        printf("%d\n", sum);
    }
    return 0;
}
