#include "skewed_tasks.h"

void run_skewed(int n)
{
    int next = 0;
    #pragma omp parallel default(none) shared(n, next)
    {
        int i = 0;
        while (i < n) {
            #pragma omp critical
            i = next++;
            if (i < n)
                do_task(i);
        }
    }
}
