// ordered in nests: only the outer loop's turns, and a doacross nest of two.
// expect: PASS, outcomes 1
// expect -DNO_SINK: RACE, on grid[1][1]
static int grid[4][4], log_of[4], logged;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
#pragma omp for ordered schedule(static, 1)
        for (int i = 0; i < 4; i++) {
#pragma omp ordered threads
            log_of[logged++] = i;
        }
#pragma omp for collapse(1) ordered(2) schedule(static, 1)
        for (int i = 1; i < 4; i++)
            for (int j = 1; j < 4; j++) {
#ifdef NO_SINK
#pragma omp ordered depend(sink : i, j - 1)
#else
#pragma omp ordered depend(sink : i - 1, j) depend(sink : i, j - 1)
#endif
                grid[i][j] = grid[i - 1][j] + grid[i][j - 1] + 1;
#pragma omp ordered depend(source)
            }
    }
    for (int i = 0; i < 4; i++)
        if (log_of[i] != i)
            return 1;
    return grid[3][3] == 19 ? 0 : 2;
}
