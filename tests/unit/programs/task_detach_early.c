// The event may be fulfilled before the task has returned, or by itself.
// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
        omp_event_handle_t event;
#pragma omp task shared(x) detach(event)
        {
            omp_fulfill_event(event);
            x = 1;
        }
#pragma omp taskwait
        y = x;
    }
    return y == 1 ? 0 : 1;
}
