// expect: WRONG — a static counter begins at 0 in every call
#include "skewed_tasks.h"

void run_skewed(int n)
{
    static int next = 0;
    #pragma omp parallel default(none) shared(n, next)
    for (;;) {
        int mine;
        #pragma omp atomic capture
        mine = next++;
        if (mine >= n)
            break;
        do_task(mine);
    }
}
