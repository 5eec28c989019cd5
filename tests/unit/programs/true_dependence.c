// Each element waits, in vain, for its left neighbour.
// expect -DN=4: RACE, threads 2
// expect race -DN=100: RACE
static int a[N + 1];

int main(void)
{
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        a[i + 1] = a[i] + 1;
    return a[0];
}
