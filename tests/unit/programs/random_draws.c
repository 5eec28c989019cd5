// One hidden generator: who draws what depends on the order.
// expect: VARIES, executions 2, outcomes 2
#include <omp.h>
#include <stdlib.h>
int drawn[2];
int main(void)
{
#pragma omp parallel num_threads(2)
    drawn[omp_get_thread_num()] = rand();
    return drawn[0] < drawn[1];
}
