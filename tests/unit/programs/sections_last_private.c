// lastprivate: the lexically last section decides.
// expect: PASS, threads 3, outcomes 1
#include <stdio.h>

int main(void)
{
    int x = 0;
#pragma omp parallel sections lastprivate(x)
    {
#pragma omp section
        x = 1;
#pragma omp section
        x = 2;
    }
    printf("x = %d\n", x);
    return 0;
}
