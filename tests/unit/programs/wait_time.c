// Loops that do nothing but look at a clock.
// expect: PASS, outcomes 1
#include <omp.h>
#include <time.h>
int main(void)
{
    double begin = omp_get_wtime();
    while (omp_get_wtime() - begin < 0.001)
        ;
    clock_t ticks = clock();
    while (clock() - ticks < CLOCKS_PER_SEC / 1000)
        ;
    time_t seconds = time(NULL);
    while (time(NULL) - seconds < 1)
        ;
#pragma omp parallel num_threads(2)
    {
        double each = omp_get_wtime();
        while (omp_get_wtime() - each < 0.001)
            ;
    }
    return 0;
}
