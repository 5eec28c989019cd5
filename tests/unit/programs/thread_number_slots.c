// Each thread has a place of its own.
// expect: PASS, executions 1, outcomes 1
#include <omp.h>

int main(void)
{
    int part[64] = {0}, sum = 0;
#pragma omp parallel
    part[omp_get_thread_num()] = omp_get_num_threads();
    for (int i = 0; i < 64; i++)
        sum += part[i];
    return sum != 16;
}
