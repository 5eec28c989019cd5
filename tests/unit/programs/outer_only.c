// The rows are split, each row is swept from left to right.
// expect -DN=5: PASS, executions 1, outcomes 1
// expect race -DN=100: PASS
static double b[N][N];

static void sweep(void)
{
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N - 1; j++)
            b[i][j] = b[i][j + 1];
}

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            b[i][j] = j;
    sweep();
    return b[N - 1][0] != 1;
}
