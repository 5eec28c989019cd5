// From row to row: the loop over rows is the one that must not be split.
// expect -DN=4: RACE, threads 2
// expect race -DN=50: RACE
static double b[N][N];

int main(void)
{
#pragma omp parallel for
    for (int i = 1; i < N; i++)
        for (int j = 1; j < N; j++)
            b[i][j] = b[i - 1][j - 1] + 1;
    return b[0][0] != 0;
}
