// expect: WRONG — a schedule needs no `for`, each thread of `parallel` takes what is left
#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp parallel default(none) shared(n)
    for (int i = 0; i < n; i++)
        do_task(i);
}
