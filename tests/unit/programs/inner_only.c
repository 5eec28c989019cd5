// Only the inner loop is split; rows depend on each other, in order.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=40: PASS
static double a[N][N];

int main(void)
{
    for (int i = 0; i < N - 1; i++)
#pragma omp parallel for
        for (int j = 0; j < N; j++)
            a[i + 1][j] = a[i][j] + 1;
    return a[N - 1][N - 1] != N - 1;
}
