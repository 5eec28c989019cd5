// Sections without a barrier, then a reader.
// expect: RACE, threads 2
#include <stdio.h>

int main(void)
{
    int a = 0, b = 0, sum = 0;
#pragma omp parallel
    {
#pragma omp sections nowait
        {
#pragma omp section
            a = 1;
#pragma omp section
            b = 2;
        }
#pragma omp single
        sum = a + b;
    }
    printf("%d\n", sum);
    return 0;
}
