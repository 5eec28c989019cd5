// Allocators with traits: alignment, a pool and what is done when it is empty.
// expect: PASS, outcomes 1
// expect -DABORT: CRASH, says fallback is to abort
#include <omp.h>
#include <stdint.h>
#include <string.h>
int main(void)
{
    omp_alloctrait_t traits[] = {{omp_atk_alignment, 64},
                                 {omp_atk_pool_size, 512},
#ifdef ABORT
                                 {omp_atk_fallback, omp_atv_abort_fb}};
#else
                                 {omp_atk_fallback, omp_atv_null_fb}};
#endif
    omp_allocator_handle_t mine = omp_init_allocator(omp_default_mem_space, 3, traits);
    char *a = omp_alloc(300, mine);
    memset(a, 1, 300);
    char *b = omp_alloc(300, mine);
    int wrong = (uintptr_t)a % 64 != 0 || b != NULL;
    omp_free(a, mine);
    b = omp_alloc(300, mine);
    wrong += b == NULL;
    omp_free(b, omp_null_allocator);
    int *c = omp_calloc(4, sizeof *c, omp_default_mem_alloc);
    wrong += c[3] != 0;
    c[0] = 5;
    c = omp_realloc(c, 400, omp_default_mem_alloc, omp_default_mem_alloc);
    wrong += c[0] != 5;
    omp_free(c, omp_default_mem_alloc);
    wrong += (uintptr_t)omp_aligned_alloc(256, 8, omp_const_mem_alloc) % 256 != 0;
    wrong += omp_alloc(0, omp_default_mem_alloc) != NULL;
    traits[0].value = 3;
    wrong += omp_init_allocator(omp_default_mem_space, 1, traits) != omp_null_allocator;
    omp_destroy_allocator(mine);
    return wrong;
}
