// One pushes a cell, another takes it: what was written into it before must be
// published by the exchange that puts it on the stack.
// expect -DPUT=__ATOMIC_RELEASE -DGET=__ATOMIC_ACQUIRE: VARIES, outcomes 2
// expect -DPUT=__ATOMIC_RELAXED -DGET=__ATOMIC_ACQUIRE: RACE
// expect -DPUT=__ATOMIC_RELEASE -DGET=__ATOMIC_RELAXED: RACE
#include <omp.h>
struct cell {
    int value;
    struct cell *below;
} cell, *top;
int main(void)
{
    int got = 0;
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
        cell.value = 5;
        __atomic_compare_exchange_n(&top, &cell.below, &cell, 0, PUT,
                                    __ATOMIC_RELAXED);
    } else {
        struct cell *taken = __atomic_load_n(&top, GET);
        if (taken && __atomic_compare_exchange_n(
                         &top, &taken, taken->below, 0, GET,
                         __ATOMIC_RELAXED))
            got = taken->value;
    }
    return got;
}
