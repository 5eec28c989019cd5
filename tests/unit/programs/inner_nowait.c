// One region, the inner loop without a barrier: rows overtake each other
// but each thread keeps its own columns.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=40: PASS
static double a[N][N];

int main(void)
{
#pragma omp parallel
    for (int i = 0; i < N - 1; i++) {
#pragma omp for schedule(static) nowait
        for (int j = 0; j < N; j++)
            a[i + 1][j] = a[i][j] + 1;
    }
    return a[N - 1][N - 1] != N - 1;
}
