// expect: WRONG — what is added up fits where each of the takings fits
#include "sum.h"

long sum(long start, const int takings[], int n)
{
    int total = 0;
    #pragma omp parallel for default(none) shared(n, takings) \
        reduction(+ : total)
    for (int i = 0; i < n; i++)
        total += takings[i];
    return start + total;
}
