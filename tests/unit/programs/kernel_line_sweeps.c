// Rows, then columns, alternating: a loop's barrier lies between.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=30: PASS
static double u[N][N];

int main(void)
{
    for (int i = 0; i < N; i++)
        u[i][i] = i;
#pragma omp parallel
    for (int step = 0; step < 2; step++) {
#pragma omp for
        for (int i = 0; i < N; i++)
            for (int j = 1; j < N; j++)
                u[i][j] += u[i][j - 1] / 2;
#pragma omp for
        for (int j = 0; j < N; j++)
            for (int i = 1; i < N; i++)
                u[i][j] += u[i - 1][j] / 2;
    }
    return u[0][0] != 0;
}
