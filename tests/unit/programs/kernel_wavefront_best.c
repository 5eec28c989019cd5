// The best cell of a diagonal is noted without protection.
// expect -DN=2: RACE, on best, threads 2
// expect race -DN=20: RACE, on best
static int h[N + 1][N + 1], best;

int main(void)
{
    for (int d = 2; d <= 2 * N; d++) {
        int from = d - N > 1 ? d - N : 1, to = d - 1 < N ? d - 1 : N;
#pragma omp parallel for
        for (int i = from; i <= to; i++) {
            h[i][d - i] = h[i - 1][d - i - 1] + d;
            if (h[i][d - i] > best)
                best = h[i][d - i];
        }
    }
    return best < 1;
}
