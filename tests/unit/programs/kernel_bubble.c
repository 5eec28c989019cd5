// Odd-even transposition: pairs are apart within a phase.
// expect -DN=6: PASS, threads 3, executions 1, outcomes 1
// expect race -DN=50: PASS
static int a[N];

int main(void)
{
    for (int i = 0; i < N; i++)
        a[i] = N - i;
#pragma omp parallel
    for (int phase = 0; phase < N; phase++) {
#pragma omp for
        for (int i = phase % 2; i < N - 1; i += 2)
            if (a[i] > a[i + 1]) {
                int old = a[i];
                a[i] = a[i + 1];
                a[i + 1] = old;
            }
    }
    return a[0] != 1 || a[N - 1] != N;
}
