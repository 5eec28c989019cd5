// Two entries of the table of rows point to the same row.
// expect -DN=4: RACE, threads 2
// expect race -DN=60: RACE
#include <stdlib.h>

int main(void)
{
    double *u[N];
    for (int i = 0; i < N; i++)
        u[i] = calloc(N, sizeof *u[i]);
    double *lost = u[N - 1];
    u[N - 1] = u[0];
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        u[i][0] = i;
    for (int i = 0; i < N - 1; i++)
        free(u[i]);
    free(lost);
    return 0;
}
