// expect: CRASH — a private pointer still points where it did
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel for default(none) shared(n) private(takings) \
        reduction(+ : total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return total;
}
