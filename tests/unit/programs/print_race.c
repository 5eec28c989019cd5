// Prints order nothing and race with nothing; their order is an outcome.
// expect: VARIES, executions 2, schedules 2, outcomes 2
#include <omp.h>
#include <stdio.h>
int main(void)
{
#pragma omp parallel num_threads(2)
    printf("%d ", omp_get_thread_num());
    return 0;
}
