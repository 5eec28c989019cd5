// An inner team works on its own row.
// expect: PASS, executions 1, outcomes 1
#include <omp.h>

static int a[2][4];

int main(void)
{
    omp_set_max_active_levels(2);
#pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++)
#pragma omp parallel for num_threads(2)
        for (int j = 0; j < 4; j++)
            a[i][j] = omp_get_level();
    return a[1][3] != 2;
}
