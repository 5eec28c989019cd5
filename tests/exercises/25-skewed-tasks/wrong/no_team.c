// expect: SERIAL — `for` with a schedule starts a team by itself
#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp for schedule(dynamic)
    for (int i = 0; i < n; i++)
        do_task(i);
}
