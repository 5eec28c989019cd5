// expect: SLOW — tasks dealt out one by one are always even
#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp parallel for default(none) shared(n) schedule(static, 1)
    for (int i = 0; i < n; i++)
        do_task(i);
}
