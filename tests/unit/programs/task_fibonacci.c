// expect: PASS, executions 4, outcomes 1, by dpor
/* More tasks wait for their children than there are threads: a task that
 * waits runs one that it waits for on its own stack. */
#include <stdio.h>

static int fibonacci(int n)
{
    int a, b;
    if (n < 2)
        return n;
#pragma omp task shared(a)
    a = fibonacci(n - 1);
    b = fibonacci(n - 2);
#pragma omp taskwait
    return a + b;
}

int main(void)
{
    int number = 0;
#pragma omp parallel num_threads(4)
#pragma omp single
    number = fibonacci(12);
    printf("%d\n", number);
    return 0;
}
