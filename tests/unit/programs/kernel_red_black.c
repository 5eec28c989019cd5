// Red cells read black ones and the other way round, a barrier between.
// expect -DN=6: PASS, threads 3, executions 1
// expect race -DN=40: PASS
static double u[N][N];

static void colour(int which)
{
#pragma omp for
    for (int i = 1; i < N - 1; i++)
        for (int j = 1 + (i + which) % 2; j < N - 1; j += 2)
            u[i][j] = (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] +
                       u[i][j + 1]) / 4;
}

int main(void)
{
    for (int i = 0; i < N; i++)
        u[i][0] = 1;
#pragma omp parallel
    for (int round = 0; round < 4; round++)
        colour(round % 2);
    return u[1][1] <= 0;
}
