// expect: BUILD — `for` with a reduction starts a team by itself
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp for reduction(+ : total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return total;
}
