// E = A B, F = C D, G = E F: nowait between the first two, not before G.
// expect -DN=3 -DLAST=: PASS, executions 1, outcomes 1
// expect -DN=2 -DLAST=nowait: RACE, threads 2
// expect race -DN=20 -DLAST=: PASS
// expect race -DN=20 -DLAST=nowait: RACE
static double a[N][N], b[N][N], c[N][N], d[N][N], e[N][N], f[N][N], g[N][N];

static void multiply(double out[N][N], double x[N][N], double y[N][N], int i)
{
    for (int j = 0; j < N; j++)
        for (int k = 0; k < N; k++)
            out[i][j] += x[i][k] * y[k][j];
}

int main(void)
{
    for (int i = 0; i < N; i++)
        a[i][i] = b[i][i] = c[i][i] = d[i][i] = 1;
#pragma omp parallel
    {
#pragma omp for nowait
        for (int i = 0; i < N; i++)
            multiply(e, a, b, i);
#pragma omp for LAST
        for (int i = 0; i < N; i++)
            multiply(f, c, d, i);
#pragma omp for
        for (int i = 0; i < N; i++)
            multiply(g, e, f, i);
    }
    return g[0][0] > 1;
}
