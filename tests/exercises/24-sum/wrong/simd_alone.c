// expect: SERIAL — `simd` starts a team
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp simd reduction(+ : total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return total;
}
