// Once its region is cancelled no further task of it is made or started: the
// second may run only if the first did.
// expect: PASS, outcomes 1
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
#include <omp.h>
int main(void)
{
    int first = 0, second = 0;
#pragma omp parallel num_threads(2) shared(first, second)
    {
        if (omp_get_thread_num() == 1) {
#pragma omp cancel parallel
        } else {
#pragma omp task shared(first)
            first = 1;
#pragma omp taskwait
#pragma omp task shared(second)
            second = 1;
        }
    }
    return second > first;
}
