// Pushing by compare and exchange: who comes too late looks again.
// expect -DT=2: PASS, outcomes 1
// expect -DT=3: PASS, outcomes 1
#include <omp.h>
struct cell {
    int value;
    struct cell *below;
} cells[T], *top;
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(T)
    {
        struct cell *mine = &cells[omp_get_thread_num()];
        mine->value = omp_get_thread_num() + 1;
        mine->below = __atomic_load_n(&top, __ATOMIC_RELAXED);
        while (!__atomic_compare_exchange_n(&top, &mine->below, mine, 0,
                                            __ATOMIC_RELEASE,
                                            __ATOMIC_RELAXED))
            ;
    }
    for (struct cell *cell = top; cell; cell = cell->below)
        sum += cell->value;
    return sum;
}
