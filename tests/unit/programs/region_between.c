// What the first region wrote the second may read.
// expect -DN=6: PASS, executions 1, outcomes 1
// expect race -DN=1000: PASS
static int a[N], b[N];

int main(void)
{
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        a[i] = i;
#pragma omp parallel for schedule(static, 1)
    for (int i = 0; i < N; i++)
        b[i] = a[N - 1 - i];
    return b[0] != N - 1;
}
