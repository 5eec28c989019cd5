// expect: LEAK — the array of the partial sums goes when the function ends
#include "sum.h"

#include <omp.h>
#include <stdlib.h>

long sum(long start, const int takings[], int n)
{
    long *partial = calloc((size_t)omp_get_max_threads(), sizeof *partial);
    #pragma omp parallel default(none) shared(n, takings, partial)
    {
        long mine = 0;
        #pragma omp for
        for (int i = 0; i < n; i++)
            mine += takings[i];
        partial[omp_get_thread_num()] = mine;
    }
    for (int t = 0; t < omp_get_max_threads(); t++)
        start += partial[t];
    return start;
}
