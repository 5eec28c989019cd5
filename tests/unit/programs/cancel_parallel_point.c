// Threads that look for work until one of them cancels the region.
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
// expect -DNEVER: ENDLESS, env OMP_CANCELLATION=true
#include <omp.h>
int main(void)
{
#pragma omp parallel num_threads(3)
    {
#ifndef NEVER
        if (omp_get_thread_num() == 2) {
#pragma omp cancel parallel
        }
#endif
        if (omp_get_thread_num() < 5)
            for (;;) {
#pragma omp cancel parallel if (0)
            }
    }
    return 0;
}
