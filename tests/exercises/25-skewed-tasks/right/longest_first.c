#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp parallel for default(none) shared(n) schedule(dynamic)
    for (int i = n - 1; i >= 0; i--)
        do_task(i);
}
