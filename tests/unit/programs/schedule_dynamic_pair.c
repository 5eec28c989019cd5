// Iterations 2k and 2k + 1 meet; whether in one thread is chance.
// expect -DN=2: RACE, threads 2
// expect race -DN=100: RACE
static int a[N];

int main(void)
{
#pragma omp parallel for schedule(dynamic)
    for (int i = 0; i < N; i++)
        a[i / 2] += i;
    return a[0] < 0;
}
