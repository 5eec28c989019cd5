// From column to column: splitting the columns is wrong.
// expect -DN=4: RACE, threads 2
// expect race -DN=30: RACE
static double b[N][N];

int main(void)
{
    for (int i = 0; i < N; i++)
#pragma omp parallel for
        for (int j = 1; j < N; j++)
            b[i][j] = b[i][j - 1] + 1;
    return b[0][0] != 0;
}
