// Two threads write the two halves of each word; -DBOTH: the second writes one half
// of the first's too, in the middle of many words that look the same.
// expect race: PASS
// expect race -DBOTH: RACE, on pairs[50000], races 1
#include <stdio.h>

enum { N = 100000 };
static _Alignas(8) int pairs[N];

int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp sections
    {
#pragma omp section
        for (int i = 0; i < N; i += 2)
            pairs[i] = 1;
#pragma omp section
        {
            for (int i = 1; i < N; i += 2)
                pairs[i] = 2;
#ifdef BOTH
            pairs[N / 2] = 3;
#endif
        }
    }
    printf("%d\n", pairs[1]);
    return 0;
}
