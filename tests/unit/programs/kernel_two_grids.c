// Two grids that change roles each round.
// expect -DN=6: PASS, executions 1, outcomes 1
// expect race -DN=60: PASS
static double grid[2][N][N];

int main(void)
{
    grid[0][1][1] = grid[1][1][1] = 1;
#pragma omp parallel
    for (int round = 0; round < 4; round++) {
        double(*from)[N] = grid[round % 2], (*to)[N] = grid[1 - round % 2];
#pragma omp for collapse(2)
        for (int i = 1; i < N - 1; i++)
            for (int j = 1; j < N - 1; j++)
                to[i][j] = (from[i - 1][j] + from[i + 1][j]) / 2;
    }
    return grid[0][0][0] != 0;
}
