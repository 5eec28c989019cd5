// Both look at the other's flag with seq_cst: at most one enters.
// expect: PASS, threads 2
#include <omp.h>

static int wants[2], entered;

int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num(), other;
#pragma omp atomic write seq_cst
        wants[me] = 1;
#pragma omp atomic read seq_cst
        other = wants[1 - me];
        if (!other)
            entered++;
    }
    return entered > 1;
}
