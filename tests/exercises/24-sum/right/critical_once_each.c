#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel default(none) shared(n, takings, total)
    {
        long mine = 0;
        #pragma omp for nowait
        for (int i = 0; i < n; i++)
            mine += takings[i];
        #pragma omp critical
        total += mine;
    }
    return total;
}
