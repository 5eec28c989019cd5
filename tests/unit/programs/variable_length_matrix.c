// A matrix whose size is an argument.
// expect: PASS, executions 1, outcomes 1
static void add(int n, double a[n][n], double b[n][n])
{
#pragma omp parallel for collapse(2)
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            a[i][j] += b[i][j];
}

int main(void)
{
    static double a[6][6], b[6][6];
    b[5][5] = 1;
    add(6, a, b);
    return a[5][5] != 1;
}
