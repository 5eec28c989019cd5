#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    struct range range = {0, 0};
    for (int i = 0; i < n; i++)
        range.end += i % threads == t;
    for (int i = 0; i < n; i++)
        range.begin += i % threads < t;
    range.end += range.begin;
    return range;
}

void run_all(int n)
{
    #pragma omp parallel default(none) shared(n)
    for (int t = 0; t < omp_get_num_threads(); t++) {
        if (t != omp_get_thread_num())
            continue;
        struct range mine = share(n, omp_get_num_threads(), t);
        for (int i = mine.begin; i < mine.end; i++)
            do_task(i);
    }
}
