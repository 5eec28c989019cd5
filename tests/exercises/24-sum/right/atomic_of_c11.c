#include "sum.h"
#include <stdatomic.h>
long sum(long start, const int takings[], int n)
{
    _Atomic long total = start;
    #pragma omp parallel
    {
        long mine = 0;
        #pragma omp for schedule(static)
        for (int i = 0; i < n; i++) mine += takings[i];
        atomic_fetch_add(&total, mine);
    }
    return total;
}
