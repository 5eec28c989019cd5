// expect: WRONG — a reduction forgets the value from before, so it may start at 0
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = 0;
    (void)start;
    #pragma omp parallel for default(none) shared(n, takings) \
        reduction(+ : total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return total;
}
