// tmp belongs to one iteration, but all share it.
// expect -DN=4: RACE, on tmp, threads 2
// expect race -DN=100: RACE, on tmp
static int a[N];

int main(void)
{
    int tmp;
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        tmp = a[i] + i;
        a[i] = tmp;
    }
    return a[0] < 0;
}
