// The same without the barrier between rows and columns.
// expect -DN=2: RACE, threads 2
// expect race -DN=30: RACE
static double u[N][N];

int main(void)
{
#pragma omp parallel
    {
#pragma omp for nowait
        for (int i = 0; i < N; i++)
            for (int j = 1; j < N; j++)
                u[i][j] += u[i][j - 1] / 2;
#pragma omp for
        for (int j = 0; j < N; j++)
            for (int i = 1; i < N; i++)
                u[i][j] += u[i - 1][j] / 2;
    }
    return u[0][0] != 0;
}
