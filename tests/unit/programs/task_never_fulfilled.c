// expect: DEADLOCK, says for tasks that cannot end
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
#pragma omp taskwait
    }
    return 0;
}
