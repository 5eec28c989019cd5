// firstprivate with sections: every thread's copy starts with 1.
// expect: PASS, threads 2, outcomes 1
#include <stdio.h>

int main(void)
{
    int done = 1, sum = 0;
#pragma omp parallel sections firstprivate(done)
    {
#pragma omp section
        {
#pragma omp atomic
            sum += done > 0;
        }
#pragma omp section
        {
#pragma omp atomic
            sum += done > 0;
        }
    }
    printf("%d\n", sum);
    return 0;
}
