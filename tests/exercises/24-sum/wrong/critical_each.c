// expect: SLOW — a critical section at every addition costs nothing
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel for default(none) shared(n, takings, total)
    for (int i = 0; i < n; i++) {
        #pragma omp critical
        total += takings[i];
    }
    return total;
}
