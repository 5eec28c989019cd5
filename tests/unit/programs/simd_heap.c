// expect: RACE, races 1
#include <stdlib.h>
int main(void)
{
    int n = 40, *a = calloc((size_t)n + 1, sizeof *a);
#pragma omp simd
    for (int i = 0; i < n; i++)
        a[i + 1] = a[i] + 1;
    int last = a[n];
    free(a);
    return last;
}
