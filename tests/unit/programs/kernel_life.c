// A generation of the game of life: reads one board, writes another.
// expect -DN=5: PASS, threads 2, executions 2, outcomes 1
// expect race -DN=30: PASS
static unsigned char board[N][N], next[N][N];

static int around(int i, int j)
{
    int sum = 0;
    for (int di = N - 1; di <= N + 1; di++)
        for (int dj = N - 1; dj <= N + 1; dj++)
            sum += board[(i + di) % N][(j + dj) % N];
    return sum - board[i][j];
}

int main(void)
{
    int alive = 0;
    for (int i = 1; i < 4; i++)
        board[2][i] = 1;
#pragma omp parallel for collapse(2) reduction(+ : alive)
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            int n = around(i, j);
            next[i][j] = n == 3 || (n == 2 && board[i][j]);
            alive += next[i][j];
        }
    return alive != 3;
}
