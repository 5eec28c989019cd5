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
    int pieces = omp_get_max_threads();
    #pragma omp parallel for default(none) shared(n, pieces)
    for (int t = 0; t < pieces; t++) {
        struct range mine = share(n, pieces, t);
        for (int i = mine.begin; i < mine.end; i++)
            do_task(i);
    }
}
