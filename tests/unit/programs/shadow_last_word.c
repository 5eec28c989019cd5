// Four threads write a large array, each its part; -DREAD: one also looks at the last
// word, which another writes.
// expect race: PASS
// expect race -DREAD: RACE, on big[99999], races 1
#include <stdio.h>

enum { N = 100000 };
static double big[N];

int main(void)
{
    double seen = 0;
#pragma omp parallel num_threads(4)
    {
#pragma omp for nowait
        for (int i = 0; i < N; i++)
            big[i] = i;
#ifdef READ
#pragma omp single nowait
        seen = big[N - 1];
#endif
    }
    printf("%d\n", seen >= 0);
    return 0;
}
