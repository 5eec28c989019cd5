// Each reads one word and then writes the other's: not both read what was
// written.
// expect: VARIES, executions 3, schedules 6, outcomes 3
#include <omp.h>
int x, y, got[2];
int main(void)
{
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
#pragma omp atomic read seq_cst
        got[0] = x;
#pragma omp atomic write seq_cst
        y = 1;
    } else {
#pragma omp atomic read seq_cst
        got[1] = y;
#pragma omp atomic write seq_cst
        x = 1;
    }
    return 10 * got[0] + got[1];
}
