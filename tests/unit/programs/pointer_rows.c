// Rows that were allocated one by one.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=60: PASS
#include <stdlib.h>

int main(void)
{
    double **u = malloc(N * sizeof *u);
    if (!u)
        return 1;
    for (int i = 0; i < N; i++)
        u[i] = calloc(N, sizeof **u);
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            u[i][j] = i + j;
    int wrong = u[N - 1][N - 1] != 2 * N - 2;
    for (int i = 0; i < N; i++)
        free(u[i]);
    free(u);
    return wrong;
}
