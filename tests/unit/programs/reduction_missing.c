// Every thread adds to the same sum.
// expect -DN=2: RACE, on sum, threads 2
// expect race -DN=100: RACE, on sum
int main(void)
{
    static float u[N][N];
    float sum = 0;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            u[i][j] = 0.5f;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            sum = sum + u[i][j] * u[i][j];
    return sum < 0;
}
