// expect: RACE — next++ is one indivisible step
#include "skewed_tasks.h"

void run_skewed(int n)
{
    int next = 0;
    #pragma omp parallel default(none) shared(n, next)
    {
        int i = next++;
        while (i < n) {
            do_task(i);
            i = next++;
        }
    }
}
