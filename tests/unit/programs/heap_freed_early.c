// The block is freed by one while another still reads it.
// expect: RACE, threads 2
#include <omp.h>
#include <stdlib.h>

int main(void)
{
    int *block = calloc(2, sizeof *block), sum = 0;
    if (!block)
        return 1;
#pragma omp parallel num_threads(2) reduction(+ : sum)
    {
        sum += block[omp_get_thread_num()];
#pragma omp single nowait
        free(block);
    }
    return sum;
}
