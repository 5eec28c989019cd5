// expect: FALSE_SHARING — an element of an array for each thread is as good as a variable
#include "sum.h"

#include <omp.h>

long sum(long start, const int takings[], int n)
{
    long partial[64] = {0};
    #pragma omp parallel for default(none) shared(n, takings, partial)
    for (int i = 0; i < n; i++)
        partial[omp_get_thread_num()] += takings[i];

    long total = start;
    for (int t = 0; t < 64; t++)
        total += partial[t];
    return total;
}
