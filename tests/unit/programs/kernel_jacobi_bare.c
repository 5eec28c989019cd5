// The residual is added up without a reduction.
// expect -DN=4: RACE, on change, threads 2
// expect race -DN=20: RACE, on change
static double u[N][N], old[N][N], change;

int main(void)
{
    for (int i = 0; i < N; i++)
        u[i][0] = i;
#pragma omp parallel
    {
#pragma omp for
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++)
                old[i][j] = u[i][j];
#pragma omp for
        for (int i = 1; i < N - 1; i++)
            for (int j = 1; j < N - 1; j++) {
                u[i][j] = (old[i - 1][j] + old[i + 1][j]) / 2;
                change += u[i][j] - old[i][j];
            }
    }
    return 0;
}
