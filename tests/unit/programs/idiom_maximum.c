// The greatest value by compare and exchange; with a look and then a write a
// greater one is lost.
// expect: PASS, outcomes 1
// expect -DLOOK_AND_WRITE: VARIES, executions 4, schedules 6, outcomes 2
#include <omp.h>
int greatest;
static void offer(int value)
{
    int now;
#pragma omp atomic read seq_cst
    now = greatest;
#if defined(LOOK_AND_WRITE)
    if (now < value) {
#pragma omp atomic write seq_cst
        greatest = value;
    }
#else
    while (now < value &&
           !__atomic_compare_exchange_n(&greatest, &now, value, 0,
                                        __ATOMIC_SEQ_CST,
                                        __ATOMIC_SEQ_CST))
        ;
#endif
}
int main(void)
{
#pragma omp parallel num_threads(2)
    offer(omp_get_thread_num() + 1);
    return greatest;
}
