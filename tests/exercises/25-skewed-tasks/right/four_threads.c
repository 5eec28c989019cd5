#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp parallel for default(none) shared(n) schedule(dynamic) \
        num_threads(4)
    for (int i = 0; i < n; i++)
        do_task(i);
}
