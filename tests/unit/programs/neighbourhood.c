// Each cell adds itself to both its neighbours.
// expect -DN=4: RACE, threads 2
// expect race -DN=1000: RACE
static int a[N + 2];

int main(void)
{
#pragma omp parallel for
    for (int i = 1; i <= N; i++) {
        a[i - 1] += i;
        a[i + 1] += i;
    }
    return a[0] < 0;
}
