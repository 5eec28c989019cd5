// One grid: the rows of two threads touch.
// expect -DN=4: RACE, threads 2
// expect race -DN=40: RACE
static double u[N][N];

int main(void)
{
#pragma omp parallel for
    for (int i = 1; i < N - 1; i++)
        for (int j = 1; j < N - 1; j++)
            u[i][j] = (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] +
                       u[i][j + 1]) / 4;
    return u[0][0] != 0;
}
