// A signal that is taken back at once may be missed; one that stays is seen.
// expect: ENDLESS, outcomes 2
// expect -DSTAYS: PASS, outcomes 1
#include <omp.h>
int signal;
int main(void)
{
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
#pragma omp atomic write seq_cst
        signal = 1;
#if !defined(STAYS)
#pragma omp atomic write seq_cst
        signal = 0;
#endif
    } else {
        int now;
        do {
#pragma omp atomic read seq_cst
            now = signal;
        } while (!now);
    }
    return 0;
}
