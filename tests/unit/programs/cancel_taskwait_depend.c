// In a cancelled region a taskwait with dependences does not wait either: what
// follows must not need the task.
// expect: PASS, outcomes 1
// expect: RACE, on value, env OMP_CANCELLATION=true
// expect -DALL: PASS, outcomes 1, env OMP_CANCELLATION=true
#include <omp.h>
#ifdef ALL
#define NEEDS
#else
#define NEEDS depend(in : value)
#endif
int main(void)
{
    int value = 0, seen = 0;
#pragma omp parallel num_threads(3) shared(value, seen)
    {
        if (omp_get_thread_num() == 1) {
#pragma omp cancel parallel
        }
        if (omp_get_thread_num() == 0) {
#pragma omp task shared(value) depend(out : value)
            value = 1;
#pragma omp taskwait NEEDS
            seen = value;
        }
    }
    return seen == value ? 0 : 1;
}
