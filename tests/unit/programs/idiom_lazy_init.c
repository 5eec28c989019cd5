// Whoever needs the table first makes it; of two that are made at once one is
// given back.
// expect: PASS, outcomes 1
// expect -DBARE: RACE, on table
#include <stdlib.h>
int *table;
static int *make(void)
{
    int *made = malloc(sizeof *made);
    *made = 21;
    return made;
}
static int look(void)
{
#if defined(BARE)
    if (!table)
        table = make();
    return *table;
#else
    int *there = __atomic_load_n(&table, __ATOMIC_ACQUIRE);
    if (!there) {
        int *made = make();
        if (__atomic_compare_exchange_n(&table, &there, made, 0,
                                        __ATOMIC_ACQ_REL,
                                        __ATOMIC_ACQUIRE))
            there = made;
        else
            free(made);
    }
    return *there;
#endif
}
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) reduction(+ : sum)
    sum += look();
    return sum;
}
