// Tiles of two by two, each by one thread.
// expect -DN=6: PASS, executions 1, outcomes 1
// expect race -DN=64: PASS
static int u[N][N], v[N][N];

static int least(int a, int b)
{
    return a < b ? a : b;
}

int main(void)
{
#pragma omp parallel for collapse(2)
    for (int ii = 0; ii < N; ii += 2)
        for (int jj = 0; jj < N; jj += 2)
            for (int i = ii; i < least(ii + 2, N); i++)
                for (int j = jj; j < least(jj + 2, N); j++)
                    v[i][j] = u[i][j] + 1;
    return v[N - 1][N - 1] != 1;
}
