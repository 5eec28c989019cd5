// expect: ATOMICITY — an atomic read and an atomic update hand out each number once
#include "skewed_tasks.h"

void run_skewed(int n)
{
    int next = 0;
    #pragma omp parallel default(none) shared(n, next)
    {
        int i = 0;
        while (i < n) {
            #pragma omp atomic read
            i = next;
            #pragma omp atomic update
            next++;
            if (i < n)
                do_task(i);
        }
    }
}
