// One block, of which each thread writes its part; freed at the end.
// expect: PASS, outcomes 1
#include <omp.h>
#include <stdlib.h>

int main(void)
{
    int *block = NULL, sum = 0;
#pragma omp parallel reduction(+ : sum)
    {
        int me = omp_get_thread_num(), all = omp_get_num_threads();
#pragma omp master
        block = calloc((size_t)all, sizeof *block);
#pragma omp barrier
        block[me] = me;
#pragma omp barrier
        sum += block[(me + 1) % all];
    }
    free(block);
    return sum != 6;
}
