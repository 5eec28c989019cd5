// Cells of one diagonal depend on the one before only.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=30: PASS
static int h[N + 1][N + 1];

int main(void)
{
    for (int d = 2; d <= 2 * N; d++) {
        int from = d - N > 1 ? d - N : 1, to = d - 1 < N ? d - 1 : N;
#pragma omp parallel for
        for (int i = from; i <= to; i++) {
            int up = h[i - 1][d - i], left = h[i][d - i - 1];
            h[i][d - i] = (up > left ? up : left) + 1;
        }
    }
    return h[N][N] != 2 * N - 1;
}
