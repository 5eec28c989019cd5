// The handle is written where the task is made: who reads it must know.
// expect: RACE, on event
#include <omp.h>
int ready;
int main(void)
{
    omp_event_handle_t event;
#pragma omp parallel num_threads(2) shared(event)
    {
        if (omp_get_thread_num() == 0) {
#pragma omp task detach(event)
            {
            }
#pragma omp atomic write
            ready = 1;
        } else {
            int seen = 0;
            while (!seen) {
#pragma omp atomic read
                seen = ready;
            }
            omp_fulfill_event(event);
        }
    }
    return 0;
}
