// Who waits at a barrier of a cancelled region is released.
// expect: DEADLOCK, says of 3 threads have reached
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
#include <omp.h>
int main(void)
{
    int passed = 0;
#pragma omp parallel num_threads(3)
    {
        if (omp_get_thread_num() == 1) {
#pragma omp cancel parallel
#pragma omp atomic
            passed += 10;
        }
        if (omp_get_thread_num() != 1) {
#pragma omp barrier
#pragma omp atomic
            passed++;
        }
    }
    return passed;
}
