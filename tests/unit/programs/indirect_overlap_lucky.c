// As before, but four threads cut elsewhere: with three the pair is split.
// expect -DT=4: PASS, outcomes 1
// expect -DT=3: RACE
#include <stdlib.h>

enum { N = 12 };

/* Places 3 and 4 meet: 100 + 12. */
static const int places[N] = {1, 3, 5, 112, 100, 21, 23, 25, 27, 29, 31, 32};

int main(void)
{
    int *base = calloc(200, sizeof *base);
    if (!base)
        return 1;
    int *first = base, *second = base + 12;
#pragma omp parallel for num_threads(T)
    for (int i = 0; i < N; i++) {
        first[places[i]] += 1;
        second[places[i]] += 3;
    }
    int odd = base[1] == 0;
    free(base);
    return odd;
}
