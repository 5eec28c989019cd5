// A list gives the team sizes by level, and lets levels be active.
// expect: PASS, outcomes 1, env OMP_NUM_THREADS=2;3
#include <omp.h>
int main(void)
{
    int threads = 0;
#pragma omp parallel num_threads(2)
#pragma omp parallel
    {
#pragma omp atomic
        threads++;
    }
    return threads != 6;
}
