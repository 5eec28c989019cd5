// A region that is cancelled has no use for its tasks that have not started.
// expect: VARIES, outcomes 2, env OMP_CANCELLATION=true
#include <omp.h>
int main(void)
{
    int ran = 0;
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0) {
#pragma omp task
#pragma omp atomic
            ran++;
#pragma omp cancel parallel
        }
#pragma omp barrier
    }
    return ran;
}
