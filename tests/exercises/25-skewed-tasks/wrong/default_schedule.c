// expect: SLOW — equally many tasks are equally much work
#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp parallel for default(none) shared(n)
    for (int i = 0; i < n; i++)
        do_task(i);
}
