// expect: SLOW — an atomic addition is as fast as a plain one
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel for default(none) shared(n, takings, total)
    for (int i = 0; i < n; i++) {
        #pragma omp atomic
        total += takings[i];
    }
    return total;
}
