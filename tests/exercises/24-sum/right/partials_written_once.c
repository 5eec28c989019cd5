#include "sum.h"

#include <omp.h>

long sum(long start, const int takings[], int n)
{
    long partial[64] = {0};
    #pragma omp parallel default(none) shared(n, takings, partial)
    {
        long mine = 0;
        #pragma omp for
        for (int i = 0; i < n; i++)
            mine += takings[i];
        partial[omp_get_thread_num()] = mine;
    }
    long total = start;
    for (int t = 0; t < 64; t++)
        total += partial[t];
    return total;
}
