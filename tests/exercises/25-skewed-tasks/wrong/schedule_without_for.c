// expect: BUILD — a schedule can be given to `parallel` alone
#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp parallel default(none) shared(n) schedule(dynamic)
    for (int i = 0; i < n; i++)
        do_task(i);
}
