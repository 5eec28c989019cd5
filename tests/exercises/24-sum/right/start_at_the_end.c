#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = 0;
    #pragma omp parallel for default(none) shared(n, takings) \
        reduction(+ : total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return start + total;
}
