// Undeferred: the body runs at once, its children need not be over.
// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
        omp_event_handle_t event;
#pragma omp task shared(x) detach(event) if (0)
        x = 1;
        y = x;
#pragma omp task
        omp_fulfill_event(event);
#pragma omp taskwait
    }
    return y == 1 ? 0 : 1;
}
