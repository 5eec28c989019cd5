// expect: SLOW — what is left over does not matter, the last thread can take it
#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    int each = n / threads;
    int end = t == threads - 1 ? n : t * each + each;
    return (struct range){t * each, end};
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
