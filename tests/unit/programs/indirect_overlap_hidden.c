// The two iterations that meet follow each other: whether they belong to
// two threads depends on where the loop is cut. Four threads cut there.
// expect: RACE, threads 4
#include <stdlib.h>

enum { N = 16 };

static const int places[N] = {1,  3,  5,  112, 100, 20, 22, 24,
                              26, 28, 30, 60,  62,  64, 66, 68};

int main(void)
{
    int *base = calloc(200, sizeof *base);
    if (!base)
        return 1;
    int *first = base, *second = base + 12;
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        first[places[i]] += 1;
        second[places[i]] += 3;
    }
    int odd = base[1] == 0;
    free(base);
    return odd;
}
