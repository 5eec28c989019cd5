// A task that looks whether its taskgroup is cancelled also sees that its region
// is: it waits for that, and would for ever if nobody cancelled.
// expect: ENDLESS
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
// expect -DNO_CANCEL: ENDLESS, env OMP_CANCELLATION=true
#include <omp.h>
int main(void)
{
    int ended = 0;
#pragma omp parallel num_threads(2) shared(ended)
    {
        if (omp_get_thread_num() == 1) {
#ifndef NO_CANCEL
#pragma omp cancel parallel
#endif
        } else {
#pragma omp taskgroup
            {
#pragma omp task shared(ended)
                {
                    while (!ended) {
#pragma omp cancellation point taskgroup
                    }
#pragma omp cancel taskgroup
                }
            }
        }
    }
    return ended;
}
