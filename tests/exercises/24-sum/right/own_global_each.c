#include "sum.h"
static long mine;
#pragma omp threadprivate(mine)
long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel
    {
        mine = 0;
        #pragma omp for
        for (int i = 0; i < n; i++) mine += takings[i];
        #pragma omp critical
        total += mine;
    }
    return total;
}
