#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    return (struct range){t * n / threads, (t + 1) * n / threads};
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
