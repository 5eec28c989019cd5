// One order of 1680 leads to a deadlock: a search meets it late.
// expect: DEADLOCK, executions 1682, schedules 1682, outcomes 2
#include <omp.h>

int order;
omp_lock_t lock;

int main(void)
{
    omp_init_lock(&lock);
#pragma omp parallel num_threads(3)
    {
        for (int i = 0; i < 3; i++) {
#pragma omp critical
            order = 3 * order + omp_get_thread_num();
        }
#pragma omp barrier
        if (order == 15897) { /* 210210210 to base 3 */
            omp_set_lock(&lock);
        }
    }
    return 0;
}
