#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    int begin = (int)((long long)n * t / threads);
    int end = (int)((long long)n * (t + 1) / threads);
    return (struct range){begin, end};
}

void run_all(int n)
{
    #pragma omp parallel default(none) shared(n) num_threads(4)
    {
        struct range mine = share(n, omp_get_num_threads(), omp_get_thread_num());
        for (int i = mine.begin; i < mine.end; i++)
            do_task(i);
    }
}
