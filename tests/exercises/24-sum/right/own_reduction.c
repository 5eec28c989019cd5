#include "sum.h"
struct acc { long v; };
#pragma omp declare reduction(plus : struct acc : omp_out.v += omp_in.v) initializer(omp_priv = (struct acc){0})
long sum(long start, const int takings[], int n)
{
    struct acc a = { start };
    #pragma omp parallel for reduction(plus : a)
    for (int i = 0; i < n; i++) a.v += takings[i];
    return a.v;
}
