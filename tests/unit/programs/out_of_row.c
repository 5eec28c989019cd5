// b[i][-1] is the last element of the row above: rows touch.
// expect -DN=4: RACE, threads 2
// expect race -DN=100: RACE
static double b[N][N];

int main(void)
{
    double *flat = &b[0][0];
#pragma omp parallel for
    for (int i = 1; i < N; i++)
        for (int j = 0; j < N; j++)
            flat[i * N + j] = flat[i * N + j - 1];
    return b[0][0] != 0;
}
