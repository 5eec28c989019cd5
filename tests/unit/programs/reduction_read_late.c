// The barrier at the end of single's twin makes the sum complete.
// expect: PASS, threads 3, outcomes 1
#include <stdio.h>

int main(void)
{
    int sum = 0;
#pragma omp parallel
    {
#pragma omp for reduction(+ : sum) nowait
        for (int i = 0; i < 6; i++)
            sum += i;
#pragma omp barrier
#pragma omp single
        printf("%d\n", sum);
    }
    return 0;
}
