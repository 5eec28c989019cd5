// Written in an ordered construct, read in the next iteration's one.
// expect -DN=4: PASS, threads 2, outcomes 1
// expect race -DN=100: PASS
static int a[N + 1];

int main(void)
{
#pragma omp parallel for ordered schedule(static, 1)
    for (int i = 0; i < N; i++) {
        int own = i * i;
#pragma omp ordered
        a[i + 1] = a[i] + own - own + 1;
    }
    return a[N] != N;
}
