#include "coffee_two_machines.h"
static int queue(const int *q, int n) { int t = 0; for (int i = 0; i < n; i++) t += serve(q[i]); return t; }
int serve_both(const int left[], int left_count, const int right[], int right_count)
{
    int l = 0, r = 0;
    #pragma omp parallel
    #pragma omp single
    {
        #pragma omp task shared(l)
        l = queue(left, left_count);
        #pragma omp task shared(r)
        r = queue(right, right_count);
        #pragma omp taskwait
    }
    return l + r;
}
