#include "skewed_tasks.h"
void run_skewed(int n)
{
    #pragma omp parallel
    #pragma omp single
    for (int i = 0; i < n; i++) {
        #pragma omp task firstprivate(i)
        do_task(i);
    }
}
