// One order of 1680 ends in another way: a search meets it late.
// expect: VARIES, executions 1685, schedules 1685, outcomes 2
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
#pragma omp atomic
            hits++;
        }
    }
    return hits;
}
