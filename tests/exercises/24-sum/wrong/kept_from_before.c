// expect: WRONG — a static total is 0 in every call
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    static long total;
    total += start;
    #pragma omp parallel for default(none) shared(n, takings) \
        reduction(+ : total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return total;
}
