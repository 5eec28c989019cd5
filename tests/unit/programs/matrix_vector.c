// A row times the vector: the sum is private to the row.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=200: PASS
static double a[N][N], v[N], out[N];

int main(void)
{
    for (int i = 0; i < N; i++) {
        v[i] = 1;
        for (int j = 0; j < N; j++)
            a[i][j] = i;
    }
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        double sum = 0;
        for (int j = 0; j < N; j++)
            sum += a[i][j] * v[j];
        out[i] = sum;
    }
    return out[N - 1] != N * (N - 1);
}
