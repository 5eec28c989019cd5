// expect: WRONG — there is at least one task for each thread
#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    if (n < threads)
        return (struct range){t, t + 1};
    int each = n / threads;
    int extra = n % threads;
    int begin = t * each + (t < extra ? t : extra);
    return (struct range){begin, begin + each + (t < extra ? 1 : 0)};
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
