// A region's threads are over before the next region's begin.
// expect: PASS, executions 1, outcomes 1
#include <omp.h>
int a[2];
int main(void)
{
#pragma omp parallel num_threads(2)
    a[omp_get_thread_num()] = 1;
    a[0] += 1;
#pragma omp parallel num_threads(2)
    a[1 - omp_get_thread_num()] += 1;
    return a[0] + a[1];
}
