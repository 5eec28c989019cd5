// With k in the collapsed loops two threads add to one element.
// expect -DN=3: RACE, threads 2
// expect race -DN=31: RACE
static double a[N][N], b[N][N], c[N][N];

int main(void)
{
#pragma omp parallel for collapse(3)
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            for (int k = 0; k < N; k++)
                c[i][j] += a[i][k] * b[k][j];
    return c[0][0] != 0;
}
