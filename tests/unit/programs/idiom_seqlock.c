// A sequence lock: the reader tries again when a writer was there meanwhile.
// What it reads must be atomic even so.
// expect: PASS, outcomes 1, by states
// expect -DBARE: RACE, by states
#include <omp.h>
int sequence, a, b;
static int get(const int *from)
{
    int value;
#if defined(BARE)
    value = *from;
#else
#pragma omp atomic read seq_cst
    value = *from;
#endif
    return value;
}
static void put(int *to, int value)
{
#if defined(BARE)
    *to = value;
#else
#pragma omp atomic write seq_cst
    *to = value;
#endif
}
int main(void)
{
    int torn = 0;
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
#pragma omp atomic update seq_cst
        sequence++;
        put(&a, 1);
        put(&b, 1);
#pragma omp atomic update seq_cst
        sequence++;
    } else {
        int before, after, one, two;
        do {
#pragma omp atomic read seq_cst
            before = sequence;
            one = get(&a);
            two = get(&b);
#pragma omp atomic read seq_cst
            after = sequence;
        } while (before != after || before % 2);
        torn = one != two;
    }
    return torn;
}
