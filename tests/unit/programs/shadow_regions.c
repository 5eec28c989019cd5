// Region after region uses the same words: the next comes after the one before. A
// target region that nobody waited for does not, however many regions have ended.
// expect -DWAIT: PASS
// expect: RACE, on x
// expect race -DMANY -DWAIT: PASS
// expect race -DMANY: RACE, on x
#include <stdio.h>

#ifdef MANY
enum { REGIONS = 50 };
#else
enum { REGIONS = 2 };
#endif
static int x, y[2];

int main(void)
{
#pragma omp target nowait map(tofrom : x)
    x = 1;
#ifdef WAIT
#pragma omp taskwait
#endif
    for (int i = 0; i < REGIONS; i++)
#pragma omp parallel num_threads(2)
    {
#pragma omp for
        for (int k = 0; k < 2; k++)
            y[k] += i;
    }
#pragma omp parallel num_threads(2)
#pragma omp single
    x = 2;
    printf("%d\n", y[1]);
    return 0;
}
