// All read a large table; after a barrier one writes a word of it, -DEARLY: without
// the barrier.
// expect race: UNDECIDED
// expect race -DEARLY: RACE, on table[77777], races 1
#include <stdio.h>

enum { N = 100000 };
static long table[N];

int main(void)
{
    long sum = 0;
#pragma omp parallel num_threads(4) reduction(+ : sum)
    {
        for (int i = 0; i < N; i++)
            sum += table[i];
#ifndef EARLY
#pragma omp barrier
#endif
#pragma omp single nowait
        table[77777] = 1;
    }
    printf("%d\n", sum >= 0);
    return 0;
}
