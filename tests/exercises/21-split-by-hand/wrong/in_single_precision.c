// expect: WRONG — a float holds the share of a thread exactly
#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    float each = (float)n / threads;
    return (struct range){(int)(t * each), (int)((t + 1) * each)};
}

void run_all(int n)
{
    #pragma omp parallel default(none) shared(n)
    {
        struct range mine = share(n, omp_get_num_threads(),
                                  omp_get_thread_num());
        for (int i = mine.begin; i < mine.end; i++)
            do_task(i);
    }
}
