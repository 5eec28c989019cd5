// Compare and swap by hand until the largest is in.
// expect: PASS, threads 2, outcomes 1, by states
#include <stdatomic.h>

static _Atomic int high = -1;

int main(void)
{
#pragma omp parallel for
    for (int i = 0; i < 4; i++) {
        int seen = atomic_load(&high);
        while (seen < i &&
               !atomic_compare_exchange_weak(&high, &seen, i))
            ;
    }
    return high != 3;
}
