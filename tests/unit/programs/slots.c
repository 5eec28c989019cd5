// Regions one after the other use the same threads, and their past is known.
// expect: PASS, executions 1, outcomes 1
#include <omp.h>
int a[4];
int main(void)
{
    for (int round = 0; round < 100; round++) {
#pragma omp parallel num_threads(4)
        a[omp_get_thread_num()] += round % 2 ? 1 : -1;
    }
    return a[0];
}
