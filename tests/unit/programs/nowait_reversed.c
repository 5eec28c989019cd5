// The second loop takes the elements from the other end.
// expect -DN=4: RACE, threads 2
// expect race -DN=1000: RACE
static int a[N], b[N];

int main(void)
{
#pragma omp parallel
    {
#pragma omp for nowait
        for (int i = 0; i < N; i++)
            a[i] = i;
#pragma omp for
        for (int i = 0; i < N; i++)
            b[i] = a[N - 1 - i];
    }
    return b[0] < 0;
}
