// Neighbouring bytes are separate objects: no race, only false sharing.
// expect -DN=16: PASS, executions 1, outcomes 1
// expect race -DN=1000: PASS
int main(void)
{
    char a[N];
    for (int i = 0; i < N; i++)
        a[i] = 1;
#pragma omp parallel for schedule(static, 1)
    for (int i = 0; i < N; i++)
        a[i] = (char)(a[i] + 1);
    return a[N - 1] != 2;
}
