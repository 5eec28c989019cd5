// A triangle of iterations, collapsed: gcc's non-rectangular loops.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=40: PASS
static int a[N][N];

int main(void)
{
#pragma omp parallel for collapse(2)
    for (int i = 0; i < N; i++)
        for (int j = 0; j < i + 1; j++)
            a[i][j] = i + j;
    return a[N - 1][N - 1] != 2 * N - 2;
}
