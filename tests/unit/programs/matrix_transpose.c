// In place, each pair swapped once by one thread.
// expect -DN=5: PASS, outcomes 1
// expect race -DN=100: PASS
static int a[N][N];

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] = i * N + j;
#pragma omp parallel for schedule(dynamic, N)
    for (int i = 0; i < N; i++)
        for (int j = i + 1; j < N; j++) {
            int old = a[i][j];
            a[i][j] = a[j][i];
            a[j][i] = old;
        }
    return a[1][0] != 1;
}
