// Two grids, copied back, until the change is small.
// expect -DN=4: PASS, threads 2
// expect race -DN=40: UNDECIDED
static double u[N][N], old[N][N], f[N][N];

static void initialize(void)
{
    int i, j, x, y;
#pragma omp parallel for private(i, j, x, y)
    for (i = 0; i < N; i++)
        for (j = 0; j < N; j++) {
            x = i - N / 2;
            y = j - N / 2;
            u[i][j] = 0;
            f[i][j] = x * x - y * y;
        }
}

static double sweep(void)
{
    double change = 0;
#pragma omp parallel
    {
#pragma omp for
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++)
                old[i][j] = u[i][j];
#pragma omp for reduction(+ : change)
        for (int i = 1; i < N - 1; i++)
            for (int j = 1; j < N - 1; j++) {
                double r = (old[i - 1][j] + old[i + 1][j] +
                            old[i][j - 1] + old[i][j + 1] - f[i][j]) / 4;
                change += (r - old[i][j]) * (r - old[i][j]);
                u[i][j] = r;
            }
    }
    return change;
}

int main(void)
{
    initialize();
    for (int round = 0; round < 3; round++)
        if (sweep() < 0)
            return 1;
    return 0;
}
