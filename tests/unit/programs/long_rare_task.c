// One order of 1680, and then one of two, leads to a race with a task: what its
// strand did in other executions is forgotten by then.
// expect: RACE, executions 1686, schedules 1966, outcomes 2, on hits
#include <omp.h>

int order, pair, looks, hits;

int main(void)
{
#pragma omp parallel num_threads(3)
    {
        int me = omp_get_thread_num();
        for (int i = 0; i < 3; i++) {
#pragma omp critical
            order = 3 * order + me;
        }
#pragma omp barrier
        if (order == 15897) { /* 210210210 to base 3 */
            if (me < 2) {
#pragma omp critical(pair)
                pair = 2 * pair + me;
            }
#pragma omp barrier
            if (me == 0) {
#pragma omp task
                {
                    if (pair == 2)
                        hits++;
#pragma omp critical
                    looks++;
                }
            }
            if (me == 1) {
#pragma omp critical
                looks++;
                if (pair == 2)
                    hits++;
            }
        }
    }
    return hits > 0;
}
