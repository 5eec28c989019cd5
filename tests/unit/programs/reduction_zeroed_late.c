// Thread 0 sets a to zero while others may have added to it already.
// expect: RACE, on a, threads 2
#include <stdio.h>

int main(void)
{
    int a = 5;
#pragma omp parallel shared(a)
    {
#pragma omp master
        a = 0;
#pragma omp for reduction(+ : a)
        for (int i = 0; i < 4; i++)
            a += i;
#pragma omp single
        printf("%d\n", a);
    }
    return 0;
}
