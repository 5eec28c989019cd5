// Each thread adds into its own global; the parts are put together.
// expect -DN=6: PASS, threads 3, outcomes 1
// expect race -DN=1000: PASS
static int sum0;
#pragma omp threadprivate(sum0)

static void add(int i)
{
    sum0 = sum0 + i;
}

int main(void)
{
    int sum = 0;
#pragma omp parallel copyin(sum0)
    {
#pragma omp for
        for (int i = 1; i <= N; i++)
            add(i);
#pragma omp critical
        sum = sum + sum0;
    }
    return sum != N * (N + 1) / 2;
}
