// A task that waits for another when their group is cancelled is complete without
// having run when that other is.
// expect: PASS, outcomes 1
// expect: VARIES, outcomes 3, env OMP_CANCELLATION=true
#include <omp.h>
int main(void)
{
    int value = 0;
#pragma omp parallel num_threads(2) shared(value)
#pragma omp single
    {
#pragma omp taskgroup
        {
#pragma omp task shared(value) depend(out : value)
            value = 1;
#pragma omp task shared(value) depend(inout : value)
            value = 2;
#pragma omp task
            {
#pragma omp cancel taskgroup
            }
        }
    }
    return value;
}
