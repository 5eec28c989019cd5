// expect: SERIAL — cutting the work into shares makes it run in parallel
#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    int each = n / threads;
    int extra = n % threads;
    int begin = t * each + (t < extra ? t : extra);
    return (struct range){begin, begin + each + (t < extra ? 1 : 0)};
}

void run_all(int n)
{
    int threads = omp_get_max_threads();
    for (int t = 0; t < threads; t++) {
        struct range mine = share(n, threads, t);
        for (int i = mine.begin; i < mine.end; i++)
            do_task(i);
    }
}
