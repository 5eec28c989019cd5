// One order of 1680 leads to a race: a search meets it late.
// expect: RACE, executions 1715, schedules 11754, outcomes 2, on hits
#include <omp.h>

int order, hits;

int main(void)
{
#pragma omp parallel num_threads(3)
    {
        for (int i = 0; i < 3; i++) {
#pragma omp critical
            order = 3 * order + omp_get_thread_num();
        }
#pragma omp barrier
        if (order == 15897) { /* 210210210 to base 3 */
            hits++;
        }
    }
    return hits > 0;
}
