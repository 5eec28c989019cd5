// A barrier between the start value and the reduction.
// expect: PASS, threads 3, outcomes 1
#include <stdio.h>

int main(void)
{
    int a = 5;
#pragma omp parallel shared(a)
    {
#pragma omp master
        a = 0;
#pragma omp barrier
#pragma omp for reduction(+ : a)
        for (int i = 0; i < 6; i++)
            a += i;
#pragma omp single
        printf("%d\n", a);
    }
    return 0;
}
