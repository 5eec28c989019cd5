// The sum of each row by reduction, row after row.
// expect -DN=2: PASS, threads 2, outcomes 1
// expect race -DN=60: UNDECIDED
static double a[N][N], v[N], out[N];

int main(void)
{
    for (int i = 0; i < N; i++) {
        v[i] = 1;
        for (int j = 0; j < N; j++)
            a[i][j] = i;
    }
    for (int i = 0; i < N; i++) {
        double sum = 0;
#pragma omp parallel for reduction(+ : sum)
        for (int j = 0; j < N; j++)
            sum += a[i][j] * v[j];
        out[i] = sum;
    }
    return out[N - 1] != N * (N - 1);
}
