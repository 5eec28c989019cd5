// A thread writes a word, then takes a lock of its own so often that what was done
// to each of a great many words differs; -DREAD: another looks at the first word.
// expect race: UNDECIDED
// expect race -DREAD: RACE, on first, races 1
#include <stdio.h>

enum { N = 150000 };
static int first, own[N];

int main(void)
{
    int seen = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp single nowait
        {
            first = 1;
            for (int i = 0; i < N; i++)
#pragma omp critical
                own[i] = i;
#ifdef READ
            first = 2;
#endif
        }
#ifdef READ
#pragma omp single nowait
        seen = first;
#endif
    }
    printf("%d\n", seen >= 0 && own[N - 1] == N - 1);
    return 0;
}
