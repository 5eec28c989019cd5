// expect: WRONG — what a thread adds up in its own variable counts for all
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel default(none) shared(n, takings)
    {
        long mine = 0;
        #pragma omp for
        for (int i = 0; i < n; i++)
            mine += takings[i];
    }
    return total;
}
