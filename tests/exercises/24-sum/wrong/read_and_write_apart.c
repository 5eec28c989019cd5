// expect: ATOMICITY — an atomic read and an atomic write make an atomic addition
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel for default(none) shared(n, takings, total)
    for (int i = 0; i < n; i++) {
        long before;
        #pragma omp atomic read
        before = total;
        #pragma omp atomic write
        total = before + takings[i];
    }
    return total;
}
