// Two threads ask for what is there once: which of them gets it varies.
// expect: VARIES, outcomes 2
#include <omp.h>
int main(void)
{
    omp_alloctrait_t traits[] = {{omp_atk_pool_size, 200}, {omp_atk_fallback, omp_atv_null_fb}};
    omp_allocator_handle_t pool = omp_init_allocator(omp_default_mem_space, 2, traits);
    int winner = 0;
#pragma omp parallel num_threads(2) reduction(+ : winner)
    if (omp_alloc(150, pool))
        winner = omp_get_thread_num();
    return winner;
}
