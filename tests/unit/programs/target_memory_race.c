// Two threads copy into overlapping parts of one block.
// expect: RACE
#include <omp.h>
#include <stddef.h>
int main(void)
{
    int from[4] = {1, 2, 3, 4};
    int *to = omp_target_alloc(6 * sizeof *to, 0);
#pragma omp parallel num_threads(2)
    {
        size_t start = (size_t)omp_get_thread_num() * 2;
        omp_target_memcpy(to, from, sizeof from, start * sizeof *to, 0,
                          0, 0);
    }
    omp_target_free(to, 0);
    return 0;
}
