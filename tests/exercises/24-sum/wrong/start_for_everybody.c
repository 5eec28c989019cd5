// expect: WRONG — each thread's total may begin at the start
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = 0;
    #pragma omp parallel default(none) shared(n, takings, start, total)
    {
        long mine = start;
        #pragma omp for
        for (int i = 0; i < n; i++)
            mine += takings[i];
        #pragma omp critical
        total += mine;
    }
    return total;
}
