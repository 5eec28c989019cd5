// expect: WRONG — lastprivate brings the whole sum out of the loop
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;
    #pragma omp parallel for default(none) shared(n, takings) \
        firstprivate(total) lastprivate(total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return total;
}
