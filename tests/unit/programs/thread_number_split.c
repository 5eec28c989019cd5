// Split by hand; the last thread takes the rest.
// expect -DN=10: PASS, executions 1, outcomes 1
// expect -DN=10 -DWRONG: RACE, threads 2
// expect race -DN=1003 -DWRONG: RACE
#include <omp.h>

static int a[N + 1];

int main(void)
{
#pragma omp parallel
    {
        int me = omp_get_thread_num(), all = omp_get_num_threads();
        int from = N / all * me;
        int to = me == all - 1 ? N : N / all * (me + 1);
#ifdef WRONG
        to++; /* "up to and including" */
#endif
        for (int i = from; i < to; i++)
            a[i] = a[i] + 1;
    }
    return a[0] < 1;
}
