// A row takes the row below, which may belong to another thread.
// expect -DN=4: RACE, threads 2
// expect race -DN=20: RACE
static double a[N + 1][N];

int main(void)
{
    for (int i = 0; i <= N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] = 0.5;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] += a[i + 1][j];
    return a[N - 1][N - 1] != 1.0;
}
