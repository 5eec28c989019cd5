// The same function inside a region: iterations depend on others.
// expect -DN=4: RACE, threads 2
// expect race -DN=100: RACE
static int a[N + 1];

static void sum(void)
{
#pragma omp for
    for (int i = 0; i < N; i++)
        a[i + 1] = a[i] + 1;
}

int main(void)
{
#pragma omp parallel
    sum();
    return a[0];
}
