// A tied task goes on where an untied one, which has run on its worker since, waits for
// others: no worker is bound to that.
// expect: PASS, executions 2, outcomes 1, by dpor
// expect -DGOES_ON: PASS, executions 2, outcomes 1, by dpor
static int fib(int n)
{
    int x, y;
    if (n < 2)
        return n;
#pragma omp task shared(x) untied
    x = fib(n - 1);
#pragma omp task shared(y)
    y = fib(n - 2);
#pragma omp taskwait
    return x + y;
}
#ifdef GOES_ON
#define NOWAIT nowait
#else
#define NOWAIT
#endif
int main(void)
{
    int r = 0;
#pragma omp parallel num_threads(2) shared(r)
#pragma omp single NOWAIT
    r = fib(5);
    return r;
}
