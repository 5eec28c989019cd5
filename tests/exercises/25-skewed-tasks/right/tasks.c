#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp parallel default(none) shared(n)
    #pragma omp single
    for (int i = 0; i < n; i++) {
        #pragma omp task
        do_task(i);
    }
}
