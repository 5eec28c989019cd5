// Readers count themselves in and out; the writer takes over only when none is
// there. With the count alone a reader comes in beside the writer.
// expect: PASS, outcomes 1, by states
// expect -DCOUNT_ONLY: RACE, on data, by states
#include <omp.h>
int readers, data;
static int count_in(void)
{
#if defined(COUNT_ONLY)
#pragma omp atomic update seq_cst
    readers++;
    return 1;
#else
    int before, now;
#pragma omp atomic read seq_cst
    before = readers;
    now = before;
    return before >= 0 &&
           __atomic_compare_exchange_n(&readers, &now, before + 1, 0,
                                       __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
#endif
}
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(3) reduction(+ : sum)
    if (omp_get_thread_num() == 0) {
        int none = 0;
        while (!__atomic_compare_exchange_n(&readers, &none, -1, 0,
                                            __ATOMIC_SEQ_CST,
                                            __ATOMIC_SEQ_CST))
            none = 0;
        data = 1;
#pragma omp atomic update seq_cst
        readers += 1;
    } else {
        while (!count_in())
            ;
        sum += data >= 0;
#pragma omp atomic update seq_cst
        readers -= 1;
    }
    return sum;
}
