// Only thread 0 touches it.
// expect: PASS, outcomes 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
    int threads = 0;
#pragma omp parallel
    {
#pragma omp master
        {
            threads = omp_get_num_threads();
            printf("%d threads\n", threads);
        }
    }
    return threads < 1;
}
