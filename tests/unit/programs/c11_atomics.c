// expect: PASS, outcomes 1
#include <stdatomic.h>
atomic_int count;
int main(void)
{
#pragma omp parallel num_threads(3)
    {
        atomic_fetch_add(&count, 1);
        int expected = atomic_load(&count);
        while (!atomic_compare_exchange_weak(&count, &expected, expected + 1))
            ;
    }
    return count;
}
