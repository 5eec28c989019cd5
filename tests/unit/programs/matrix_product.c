// i and j are split, k is summed by whoever has the element.
// expect -DN=3: PASS, executions 1, outcomes 1
// expect race -DN=60: PASS
static double a[N][N], b[N][N], c[N][N];

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] = b[i][j] = 1;
    int i, j, k;
#pragma omp parallel for private(j, k)
    for (i = 0; i < N; i++)
        for (k = 0; k < N; k++)
            for (j = 0; j < N; j++)
                c[i][j] = c[i][j] + a[i][k] * b[k][j];
    return c[N - 1][N - 1] != N;
}
