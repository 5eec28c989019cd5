// The inner loop's variable is declared outside and shared.
// expect -DN=2: RACE, on j, threads 2
// expect race -DN=40: RACE, on j
static int a[N][N];

int main(void)
{
    int i, j;
#pragma omp parallel for
    for (i = 0; i < N; i++)
        for (j = 0; j < N; j++)
            a[i][j] = a[i][j] + 1;
    return a[0][0] < 0;
}
