// The same, but each element takes its left upper neighbour.
// expect -DN=3: RACE, threads 2
// expect race -DN=40: RACE
static double a[N][N];

int main(void)
{
#pragma omp parallel
    for (int i = 0; i < N - 1; i++) {
#pragma omp for schedule(static) nowait
        for (int j = 1; j < N; j++)
            a[i + 1][j] = a[i][j - 1] + 1;
    }
    return a[0][0] != 0;
}
