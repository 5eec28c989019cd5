// Written only when it gets shorter: row k is only read in step k.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=20: PASS
static int d[N][N];

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            d[i][j] = i == j ? 0 : i + j;
    for (int k = 0; k < N; k++)
#pragma omp parallel for
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++)
                if (d[i][k] + d[k][j] < d[i][j])
                    d[i][j] = d[i][k] + d[k][j];
    return d[0][0];
}
