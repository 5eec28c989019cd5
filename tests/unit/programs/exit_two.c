// Whoever comes first to exit() gives the program's status.
// expect: VARIES, executions 2, schedules 2, outcomes 2
#include <omp.h>
#include <stdlib.h>
int main(void)
{
#pragma omp parallel num_threads(2)
    exit(omp_get_thread_num());
}
