// Private copies by an allocator that the clause names, as many as there are threads.
// expect: PASS, outcomes 1
// expect -DSHARED: RACE
#include <omp.h>
#include <stdint.h>
int main(void)
{
    int total = 0, part[4] = {0};
#ifdef SHARED
#pragma omp parallel num_threads(2) reduction(+ : total)
#else
#pragma omp parallel num_threads(2) private(part) reduction(+ : total)                            \
    allocate(allocator(omp_high_bw_mem_alloc), align(64) : part)
#endif
    {
        for (int i = 0; i < 4; i++)
            part[i] = i;
#ifndef SHARED
        total += ((uintptr_t)part & 63) != 0;
#endif
        for (int i = 0; i < 4; i++)
            total += part[i];
    }
    return total == 12 ? 0 : 1;
}
