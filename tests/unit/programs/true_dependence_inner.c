// From column to column: splitting the rows is right.
// expect -DN=5: PASS, executions 1, outcomes 1
// expect race -DN=100: PASS
static double b[N][N];

int main(void)
{
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        for (int j = 1; j < N; j++)
            b[i][j] = b[i][j - 1] + 1;
    return b[N - 1][N - 1] != N - 1;
}
