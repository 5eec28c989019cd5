#include "sum.h"

//> sum
long sum(long start, const int takings[], int n)
{
    long total = start;

    /* Inside the loop `total` is the thread's own, and begins at 0, the
     * value that adds nothing. No thread waits for another until its
     * iterations are done. Then each adds its part to the outer total,
     * which still holds start: once for each thread, not once for each
     * number. */
    #pragma omp parallel for default(none) shared(n, takings) \
        reduction(+ : total)
    for (int i = 0; i < n; i++)
        total += takings[i];

    return total;
}
//< sum
