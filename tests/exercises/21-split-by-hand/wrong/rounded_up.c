// expect: WRONG — shares rounded up never reach behind the last task
#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    int each = (n + threads - 1) / threads;
    return (struct range){t * each, t * each + each};
}

void run_all(int n)
{
    #pragma omp parallel default(none) shared(n)
    {
        int threads = omp_get_num_threads();
        struct range mine = share(n, threads, omp_get_thread_num());
        for (int i = mine.begin; i < mine.end; i++)
            do_task(i);
    }
}
