// Each keeps its lock and tries the other's for ever; or gives its own back
// before it tries again, and then somebody gets both.
// expect: ENDLESS, outcomes 2, by states
// expect -DGIVE_BACK: PASS, outcomes 1, by states
#include <omp.h>
omp_lock_t lock[2];
int main(void)
{
    omp_init_lock(&lock[0]);
    omp_init_lock(&lock[1]);
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num();
        omp_set_lock(&lock[me]);
        while (!omp_test_lock(&lock[1 - me])) {
#if defined(GIVE_BACK)
            omp_unset_lock(&lock[me]);
            omp_set_lock(&lock[me]);
#endif
        }
        omp_unset_lock(&lock[1 - me]);
        omp_unset_lock(&lock[me]);
    }
    return 0;
}
