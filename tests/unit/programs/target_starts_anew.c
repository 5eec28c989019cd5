// A target region begins as the program did: level 0, a team of one.
// expect: PASS, outcomes 1
#include <assert.h>
#include <omp.h>
int main(void)
{
    int inside[2] = {0};
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num(), fresh = 0;
#pragma omp target map(from : fresh)
        fresh = omp_get_level() == 0 && omp_get_num_threads() == 1 &&
                omp_get_thread_num() == 0 && !omp_in_parallel() &&
                omp_is_initial_device();
        inside[me] = fresh && omp_get_level() == 1 &&
                     omp_get_thread_num() == me;
    }
    assert(inside[0] && inside[1]);
    return 0;
}
