// A flag that is set and looked at in a critical section: what was done before
// it was set is in order; a look outside is not.
// expect: VARIES, executions 2, schedules 2, outcomes 2
// expect -DOUTSIDE: RACE, on ready
#include <omp.h>
int ready, data;
int main(void)
{
    int got = 0;
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
        data = 3;
#pragma omp critical
        ready = 1;
    } else {
        int now = 0;
#if defined(OUTSIDE)
        now = ready;
#else
#pragma omp critical
        now = ready;
#endif
        if (now)
            got = data;
    }
    return got;
}
