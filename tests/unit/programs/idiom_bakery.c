// Lamport's bakery: who comes draws a number above all others and waits for
// the lower ones.
// expect: PASS, outcomes 1, by states
#include <omp.h>
int choosing[2], number[2], sum;
static int get(const int *from)
{
    int value;
#pragma omp atomic read seq_cst
    value = *from;
    return value;
}
static void put(int *to, int value)
{
#pragma omp atomic write seq_cst
    *to = value;
}
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num(), other = 1 - me, before;
        put(&choosing[me], 1);
        put(&number[me], get(&number[other]) + 1);
        put(&choosing[me], 0);
        while (get(&choosing[other]))
            ;
        do
            before = get(&number[other]);
        while (before && (before < number[me] ||
                          (before == number[me] && other < me)));
        sum++;
        put(&number[me], 0);
    }
    return sum;
}
