// Two write one word each, two read both in opposite order: 15 of the 16 ends
// are possible, for all agree which was written first.
// expect: VARIES, executions 15, schedules 180, outcomes 15
#include <omp.h>
int x, y, got[4];
int main(void)
{
#pragma omp parallel num_threads(4)
    switch (omp_get_thread_num()) {
    case 0:
#pragma omp atomic write seq_cst
        x = 1;
        break;
    case 1:
#pragma omp atomic write seq_cst
        y = 1;
        break;
    case 2:
#pragma omp atomic read seq_cst
        got[0] = x;
#pragma omp atomic read seq_cst
        got[1] = y;
        break;
    default:
#pragma omp atomic read seq_cst
        got[2] = y;
#pragma omp atomic read seq_cst
        got[3] = x;
    }
    return 8 * got[0] + 4 * got[1] + 2 * got[2] + got[3];
}
