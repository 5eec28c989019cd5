// The row below is changed, the pivot row is read: right.
// expect -DN=4 -DFROM=k+1: PASS, executions 1, outcomes 1
// expect -DN=3 -DFROM=k: RACE, threads 2
// expect race -DN=20 -DFROM=k+1: PASS
// expect race -DN=20 -DFROM=k: RACE
static double a[N][N];

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] = i == j ? N : 1;
    for (int k = 0; k < N - 1; k++)
#pragma omp parallel for schedule(static, 1)
        for (int i = FROM; i < N; i++) {
            double factor = a[i][k] / a[k][k] / 2;
            for (int j = k; j < N; j++)
                a[i][j] -= factor * a[k][j];
        }
    return a[0][0] == 0;
}
