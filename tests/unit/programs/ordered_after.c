// What follows the ordered construct may be overtaken.
// expect -DN=3: RACE, threads 2
// expect race -DN=100: RACE
static int a[N + 1];

int main(void)
{
#pragma omp parallel for ordered schedule(static, 1)
    for (int i = 0; i < N; i++) {
#pragma omp ordered
        a[N] = i;
        a[i + 1] = a[i] + 1;
    }
    return a[0];
}
