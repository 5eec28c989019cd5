// In place with j from 0: every pair is swapped twice, by two threads.
// expect -DN=2: RACE, threads 2
// expect race -DN=50: RACE
static int a[N][N];

int main(void)
{
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            int old = a[i][j];
            a[i][j] = a[j][i];
            a[j][i] = old;
        }
    return a[0][0];
}
