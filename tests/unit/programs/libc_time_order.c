// What comes later has a later time, on whatever thread: behind a barrier, or next
// in a critical section.
// expect: PASS, outcomes 1
// expect -DAPART: RACE, on last
#include <assert.h>
#include <omp.h>
#include <time.h>
static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + 1e-9 * (double)at.tv_nsec;
}
int main(void)
{
    double last = 0, before = 0;
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0)
            for (int i = 0; i < 3; i++)
                before = omp_get_wtime();
#pragma omp barrier
        assert(now() > before);
#ifndef APART
#pragma omp critical
#endif
        {
            double at = now();
            assert(at > last);
            last = at;
        }
    }
    return 0;
}
