// Each thread has a loop of its own, and writes the same x after it: by lastprivate,
// or because the loop's variable is no thread's own.
// expect race -DHOW=1: RACE, on x, races 1
// expect race -DHOW=2: RACE, on x, races 1
// expect race -DHOW=3: RACE, races 1
// expect race -DHOW=4: RACE, races 1
// expect race -DHOW=5: PASS
#include <omp.h>
int a[2][4];
int main(void)
{
    int x = 0;
    omp_set_max_active_levels(2);
#pragma omp parallel num_threads(2)
    {
#if HOW == 1
#pragma omp simd lastprivate(x)
        for (int i = 0; i < 4; i++)
            x = i;
#elif HOW == 2
#pragma omp simd
        for (x = 0; x < 4; x++)
            a[omp_get_thread_num()][x] = x;
#elif HOW == 3
#pragma omp taskloop lastprivate(x)
        for (int i = 0; i < 4; i++)
            x = i;
#elif HOW == 4
#pragma omp parallel for lastprivate(x) num_threads(2)
        for (int i = 0; i < 4; i++)
            x = i;
#else
        int y;
#pragma omp simd lastprivate(y)
        for (int i = 0; i < 4; i++)
            y = i;
        a[omp_get_thread_num()][0] = y;
#endif
    }
    return x > 4;
}
