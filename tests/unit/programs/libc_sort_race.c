// expect: RACE
// Two threads sort the same array.
#include <stdlib.h>

static int by_value(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static int values[] = {3, 1, 2};

int main(void)
{
    #pragma omp parallel num_threads(2)
    qsort(values, 3, sizeof *values, by_value);
    return 0;
}
