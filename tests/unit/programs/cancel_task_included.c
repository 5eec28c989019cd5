// A task that runs at once does not run at all once its region is cancelled.
// expect: PASS, outcomes 1
// expect: VARIES, outcomes 3, env OMP_CANCELLATION=true
#include <assert.h>
#include <omp.h>
int main(void)
{
    int first = 0, second = 0;
#pragma omp parallel num_threads(2) shared(first, second)
    {
        if (omp_get_thread_num() == 1) {
#pragma omp cancel parallel
        } else {
#pragma omp task if (0) shared(first)
            first = 1;
#pragma omp task if (0) shared(second)
            second = 1;
        }
    }
    assert(first >= second);
    return first * 2 + second;
}
