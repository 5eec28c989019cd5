// Hints of critical sections, atomics and locks change nothing: two threads count.
// expect: PASS, outcomes 1
// expect -DOTHER_NAME: RACE, on count
#include <omp.h>
int main(void)
{
    int count = 0, hits = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp critical(one) hint(omp_sync_hint_contended | omp_sync_hint_speculative)
        count++;
#ifdef OTHER_NAME
#pragma omp critical(two) hint(omp_sync_hint_uncontended)
#else
#pragma omp critical(one) hint(omp_sync_hint_contended | omp_sync_hint_speculative)
#endif
        count++;
#pragma omp atomic hint(omp_sync_hint_uncontended) update seq_cst
        hits++;
    }
    return count == 4 && hits == 2 ? 0 : 1;
}
