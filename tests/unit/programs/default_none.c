// default(none) with everything named.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=100: PASS
int main(void)
{
    int a[N], b[N];
#pragma omp parallel for default(none) shared(a)
    for (int i = 0; i < N; i++)
        a[i] = i;
#pragma omp parallel for default(shared)
    for (int i = 0; i < N; i++)
        b[i] = a[i];
    return b[N - 1] != N - 1;
}
