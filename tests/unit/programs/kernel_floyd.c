// Row k and column k do not change in step k: their zero diagonal sees to
// it, but the write of the same value is a write.
// expect -DN=3: RACE, threads 2
// expect race -DN=20: RACE
static int d[N][N];

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            d[i][j] = i == j ? 0 : i + j;
    for (int k = 0; k < N; k++)
#pragma omp parallel for
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++) {
                int via = d[i][k] + d[k][j];
                d[i][j] = via < d[i][j] ? via : d[i][j];
            }
    return d[0][0];
}
