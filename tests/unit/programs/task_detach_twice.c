// expect: CRASH, says omp_fulfill_event for the second time on one event
#include <omp.h>
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    {
        omp_event_handle_t event;
#pragma omp task detach(event)
        {
        }
        omp_fulfill_event(event);
        omp_fulfill_event(event);
    }
    return 0;
}
