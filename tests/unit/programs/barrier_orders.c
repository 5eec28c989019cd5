// expect: PASS, outcomes 1, executions 1
#include <omp.h>
int a[4], b[4];
int main(void)
{
#pragma omp parallel num_threads(4)
    {
        int me = omp_get_thread_num();
        a[me] = me;
#pragma omp barrier
        b[me] = a[3 - me];
    }
    return b[0];
}
