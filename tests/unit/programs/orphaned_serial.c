// Called outside a region, a worksharing loop is an ordinary loop.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=100: PASS
static int a[N + 1];

static void sum(void)
{
#pragma omp for
    for (int i = 0; i < N; i++)
        a[i + 1] = a[i] + 1;
}

int main(void)
{
    sum();
    return a[N] != N;
}
