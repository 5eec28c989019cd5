// With collapse both variables belong to the loop and are private.
// expect -DN=3: PASS, executions 1, outcomes 1
// expect race -DN=40: PASS
static int a[N][N];

int main(void)
{
    int i, j;
#pragma omp parallel for collapse(2)
    for (i = 0; i < N; i++)
        for (j = 0; j < N; j++)
            a[i][j] = a[i][j] + 1;
    return a[N - 1][N - 1] != 1;
}
