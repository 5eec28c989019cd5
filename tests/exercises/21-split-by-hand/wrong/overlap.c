// expect: WRONG — every thread gets a larger share, but begins where it began without
#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    int each = n / threads;
    int begin = t * each;
    int end = begin + each + (t < n % threads ? 1 : 0);
    if (t == threads - 1)
        end = n;
    return (struct range){begin, end};
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
