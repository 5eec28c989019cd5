// The end of a taskgroup waits for the event as well.
// expect: PASS, outcomes 1
// expect -DNEVER: DEADLOCK, says the event of the task of line 17 is never fulfilled
#include <omp.h>
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
        omp_event_handle_t event;
#pragma omp taskgroup
        {
#ifdef NEVER
            x = 1;
#endif
#pragma omp task detach(event)
            {
            }
#ifndef NEVER
#pragma omp task shared(x)
            {
                x = 1;
                omp_fulfill_event(event);
            }
#endif
        }
        y = x;
    }
    return y - 1;
}
