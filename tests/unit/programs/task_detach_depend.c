// What follows it waits for the event, not only for the body.
// expect: PASS, outcomes 1
// expect -DEARLY: RACE, on x
#include <omp.h>
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
        omp_event_handle_t event;
#pragma omp task depend(out : x) detach(event)
        {
        }
#pragma omp task shared(x)
        {
#ifdef EARLY
            omp_fulfill_event(event);
            x = 1;
#else
            x = 1;
            omp_fulfill_event(event);
#endif
        }
#pragma omp task shared(x, y) depend(in : x)
        y = x;
    }
    return y == 1 ? 0 : 1;
}
