// expect: WRONG — the thread number may be asked for before the team starts
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
    int me = omp_get_thread_num();
    #pragma omp parallel default(none) shared(n, me)
    {
        struct range mine = share(n, omp_get_num_threads(), me);
        for (int i = mine.begin; i < mine.end; i++)
            do_task(i);
    }
}
