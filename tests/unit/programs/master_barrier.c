// A barrier after the master region.
// expect: PASS, threads 3, outcomes 1
#include <stdio.h>

int main(void)
{
    int init = 0, sum = 0;
#pragma omp parallel shared(init) reduction(+ : sum)
    {
#pragma omp master
        init = 10;
#pragma omp barrier
        sum += init;
    }
    printf("%d\n", sum);
    return 0;
}
