// The columns are split: every thread adds to the same result.
// expect -DN=2: RACE, threads 2
// expect race -DN=100: RACE
static double a[N][N], v[N], out[N];

int main(void)
{
    for (int i = 0; i < N; i++) {
        v[i] = 1;
        for (int j = 0; j < N; j++)
            a[i][j] = i;
    }
#pragma omp parallel for
    for (int j = 0; j < N; j++)
        for (int i = 0; i < N; i++)
            out[i] += a[i][j] * v[j];
    return out[0] != 0;
}
