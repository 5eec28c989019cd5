// expect: CRASH, says on an event that no task with detach has set
#include <omp.h>
omp_event_handle_t event;
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp task
        omp_fulfill_event(event);
    }
    return 0;
}
