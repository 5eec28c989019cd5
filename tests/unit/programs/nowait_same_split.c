// Two static loops of one length: each thread meets only its own elements.
// expect -DN=8: PASS, executions 1, outcomes 1
// expect race -DN=1000: PASS
static int a[N], b[N];

int main(void)
{
#pragma omp parallel
    {
#pragma omp for schedule(static) nowait
        for (int i = 0; i < N; i++)
            a[i] = i;
#pragma omp for schedule(static) nowait
        for (int i = 0; i < N; i++)
            b[i] = 2 * a[i];
    }
    return b[N - 1] != 2 * (N - 1);
}
