// A barrier that only counts: the last one sets the count back, and who has not
// yet looked waits for ever.
// expect: ENDLESS, outcomes 2
#include <omp.h>
int arrived;
static void barrier(void)
{
    int now;
#pragma omp atomic capture seq_cst
    now = ++arrived;
    if (now == 2) {
#pragma omp atomic write seq_cst
        arrived = 0;
        return;
    }
    do {
#pragma omp atomic read seq_cst
        now = arrived;
    } while (now != 0);
}
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        barrier();
        barrier();
    }
    return 0;
}
