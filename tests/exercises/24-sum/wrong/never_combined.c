// expect: WRONG — the private totals are put together by themselves
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel for default(none) shared(n, takings) \
        firstprivate(total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return total;
}
