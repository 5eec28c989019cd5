// Two permits for three threads: never more than two are inside.
// expect: PASS, outcomes 1, by states
// expect -DLOOK_AND_TAKE: VARIES, outcomes 2, by states
#include <omp.h>
int permits = 2, inside, crowd;
static void wait(void)
{
    for (;;) {
        int now;
#pragma omp atomic read seq_cst
        now = permits;
        if (now == 0)
            continue;
#if defined(LOOK_AND_TAKE)
#pragma omp atomic update seq_cst
        permits--;
        return;
#else
        if (__atomic_compare_exchange_n(&permits, &now, now - 1, 0,
                                        __ATOMIC_SEQ_CST,
                                        __ATOMIC_SEQ_CST))
            return;
#endif
    }
}
int main(void)
{
#pragma omp parallel num_threads(3)
    {
        int now;
        wait();
#pragma omp atomic capture seq_cst
        now = ++inside;
        if (now > 2) {
#pragma omp atomic write
            crowd = 1;
        }
#pragma omp atomic update seq_cst
        inside--;
#pragma omp atomic update seq_cst
        permits++;
    }
    return crowd;
}
