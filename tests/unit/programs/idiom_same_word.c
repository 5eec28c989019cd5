// Two reads of one word never see the new value before the old one.
// expect: VARIES, executions 3, schedules 3, outcomes 3
#include <omp.h>
int x, got[2];
int main(void)
{
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
#pragma omp atomic write relaxed
        x = 1;
    } else {
#pragma omp atomic read relaxed
        got[0] = x;
#pragma omp atomic read relaxed
        got[1] = x;
    }
    return 10 * got[0] + got[1];
}
