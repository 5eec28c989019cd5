// Chunks of three that stay within themselves.
// expect -DN=9: PASS, executions 1, outcomes 1
// expect race -DN=99: PASS
static int a[N];

int main(void)
{
#pragma omp parallel for schedule(static, 3)
    for (int i = 0; i < N; i++)
        if (i % 3)
            a[i] = a[i - 1] + 1;
    return a[N - 1] != 2;
}
