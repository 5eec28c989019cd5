// The inner loop's variable is shared: once its accesses are steps, there are schedules
// in which threads set it back for each other for very long. They are cut soon.
// expect race: RACE, on j
// expect race -DOWN: PASS
#include <stdio.h>
#define N 6
#ifdef OWN
#define PRIVATE private(j, f)
#else
#define PRIVATE private(f)
#endif
int main(void)
{
    double a[N][N], f;
    int i, j, k;
    for (i = 0; i < N; i++)
        for (j = 0; j < N; j++)
            a[i][j] = i == j ? N : 1;
    for (k = 0; k < N - 1; k++) {
#pragma omp parallel for PRIVATE
        for (i = k + 1; i < N; i++) {
            f = a[i][k] / a[k][k];
            a[i][k] = f;
            for (j = k + 1; j < N; j++)
                a[i][j] -= f * a[k][j];
        }
    }
    printf("%.4f\n", a[N - 1][N - 1]);
    return 0;
}
