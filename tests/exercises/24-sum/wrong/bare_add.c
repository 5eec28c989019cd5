// expect: RACE — += is one indivisible step
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel for default(none) shared(n, takings, total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return total;
}
