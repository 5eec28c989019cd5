// Private variables in memory of an allocator.
// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int a[4] = {1, 2, 3, 4}, sum = 0;
#pragma omp parallel num_threads(2) allocate(omp_large_cap_mem_alloc : a, sum) \
    firstprivate(a) reduction(+ : sum)
    {
        a[0] += omp_get_thread_num();
        sum += a[0] + a[3];
    }
    return sum != 11;
}
