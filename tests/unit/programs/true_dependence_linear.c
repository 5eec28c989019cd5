// Element 2i + 1 needs element i: some meet, some do not.
// expect -DN=8: RACE, threads 2
// expect race -DN=2000: RACE
static int a[N];

int main(void)
{
    for (int i = 0; i < N; i++)
        a[i] = i;
#pragma omp parallel for
    for (int i = 0; i < N / 2; i++)
        a[2 * i + 1] = a[i] + 1;
    return a[0];
}
