// expect: BUILD — under default(none) the compiler finds out by itself that total is shared
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel for default(none) shared(n, takings)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return total;
}
