// expect: PASS, outcomes 1
// Each sorts its own half; the comparison takes a lock.
#include <stdlib.h>

static int comparisons;

static int by_value(const void *a, const void *b)
{
    #pragma omp critical
    comparisons++;
    return *(const int *)a - *(const int *)b;
}

static int values[] = {2, 1, 4, 3};

int main(void)
{
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++)
        qsort(values + 2 * i, 2, sizeof *values, by_value);
    return comparisons == 2 && values[3] == 4;
}
