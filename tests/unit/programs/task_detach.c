// Complete only when the event is fulfilled, by another task here.
// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int x = 0;
#pragma omp parallel num_threads(2) shared(x)
#pragma omp single
    {
        omp_event_handle_t event;
#pragma omp task detach(event)
        {
        }
#pragma omp task shared(x)
        {
            x = 1;
            omp_fulfill_event(event);
        }
#pragma omp taskwait
        x += 1;
    }
    return x;
}
