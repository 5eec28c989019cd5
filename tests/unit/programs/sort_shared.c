// Two threads sort the same array.
// expect: RACE, threads 2, at random
#include <stdlib.h>

static int smaller(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

int main(void)
{
    int a[6] = {5, 3, 1, 4, 2, 0};
#pragma omp parallel num_threads(2)
    qsort(a, 6, sizeof *a, smaller);
    return a[0] < 0;
}
