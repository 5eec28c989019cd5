// A lock that is one word: exchange until it was free, with or without a look
// before.
// expect -DFREE=__ATOMIC_RELEASE: PASS, outcomes 1, by states
// expect -DFREE=__ATOMIC_RELAXED: RACE, on sum, by states
// expect -DFREE=__ATOMIC_RELEASE -DLOOK: PASS, outcomes 1, by states
#include <omp.h>
int taken, sum;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        while (__atomic_exchange_n(&taken, 1, __ATOMIC_ACQUIRE)) {
#if defined(LOOK)
            while (__atomic_load_n(&taken, __ATOMIC_RELAXED))
                ;
#endif
        }
        sum++;
        __atomic_store_n(&taken, 0, FREE);
    }
    return sum;
}
