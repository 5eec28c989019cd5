// Every index once: a permutation is safe, and only its data say so.
// expect -DN=9: PASS, executions 1, outcomes 1
// expect race -DN=1009: PASS
static int place[N], a[N];

int main(void)
{
    for (int i = 0; i < N; i++)
        place[i] = i * 2 % N;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        a[place[i]] = i;
    return a[0] != 0;
}
