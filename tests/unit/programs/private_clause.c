// tmp belongs to one thread.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=100: PASS
static int a[N];

int main(void)
{
    int tmp;
#pragma omp parallel for private(tmp)
    for (int i = 0; i < N; i++) {
        tmp = a[i] + i;
        a[i] = tmp;
    }
    return a[N - 1] != N - 1;
}
