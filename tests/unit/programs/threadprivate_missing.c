// A global sum that should have been threadprivate.
// expect -DN=4: RACE, on sum0, threads 2
// expect race -DN=1000: RACE, on sum0
static int sum0, sum1;

static void add(int i)
{
    sum0 = sum0 + i;
}

int main(void)
{
    int sum = 0;
#pragma omp parallel
    {
#pragma omp for
        for (int i = 1; i <= N; i++)
            add(i);
#pragma omp critical
        sum = sum + sum0;
    }
    for (int i = 1; i <= N; i++)
        sum1 = sum1 + i;
    return sum < 0;
}
