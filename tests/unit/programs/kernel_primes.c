// Flags are set by several threads, always to the same value: a race.
// expect -DN=30: RACE, threads 2
// expect race -DN=1000: RACE
static char composite[N + 1];

int main(void)
{
#pragma omp parallel for schedule(static, 1)
    for (int i = 2; i <= N / 2; i++)
        for (int k = 2 * i; k <= N; k += i)
            composite[k] = 1;
    return composite[2];
}
