// A task with an event that its cancelled group discards is complete without it;
// one that has returned waits for its event all the same.
// expect: PASS, outcomes 1
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
// expect -DNEVER: DEADLOCK
// expect -DNEVER: DEADLOCK, env OMP_CANCELLATION=true, says the event of the task of line 15 is never fulfilled
#include <omp.h>
int main(void)
{
    omp_event_handle_t event;
#pragma omp parallel num_threads(2)
#pragma omp single
#pragma omp taskgroup
    {
#pragma omp task detach(event)
        {
        }
#ifndef NEVER
#pragma omp task firstprivate(event) if (0)
        omp_fulfill_event(event);
#endif
#pragma omp task
        {
#pragma omp cancel taskgroup
        }
    }
    return 0;
}
