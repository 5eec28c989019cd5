#include "skewed_tasks.h"

void run_skewed(int n)
{
    // TODO: each thread gets one big chunk here. Hand out the tasks so
    // that no thread is left with all the long ones.
    #pragma omp parallel for default(none) shared(n) schedule(static)
    for (int i = 0; i < n; i++)
        do_task(i);
}
