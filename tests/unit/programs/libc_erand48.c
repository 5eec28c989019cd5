// expect: PASS, outcomes 1
// A generator whose state is the thread's own.
#define _XOPEN_SOURCE 700
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    double sum[2];
    #pragma omp parallel num_threads(2)
    {
        unsigned short state[3] = {1, 2, (unsigned short)omp_get_thread_num()};
        sum[omp_get_thread_num()] = erand48(state);
    }
    printf("%.4f %.4f\n", sum[0], sum[1]);
    return 0;
}
