// expect: PASS, outcomes 1, by dpor
/* A hundred tasks use the stacks of those before them, arrays of a length
 * that is known late included. */
#include <string.h>

int sum[100];

static int count(int n)
{
    char mark[n + 1];
    memset(mark, 1, (size_t)n);
    int total = 0;
    for (int i = 0; i < n; i++)
        total += mark[i];
    return total;
}

int main(void)
{
    #pragma omp parallel
    #pragma omp single
    for (int i = 0; i < 100; i++) {
        #pragma omp task
        sum[i] = count(i);
    }
    for (int i = 0; i < 100; i++)
        if (sum[i] != i)
            return 1;
    return 0;
}
