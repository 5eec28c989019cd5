// expect: SLOW — a critical section hands the tasks out to whoever is free
#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp parallel for default(none) shared(n) schedule(dynamic)
    for (int i = 0; i < n; i++) {
        #pragma omp critical
        do_task(i);
    }
}
