// Two index sets, one base: the entry marked makes two iterations meet.
// expect -DSTEP=12: RACE, threads 2
#include <stdlib.h>

enum { N = 24 };

/* places[0] + STEP = places[N - 1]: first and last iteration meet. */
static const int places[N] = {
    521, 403, 405, 407, 409, 411, 413, 415, 417, 419, 421, 423,
    425, 427, 431, 435, 439, 443, 447, 451, 455, 459, 463, 533};

int main(void)
{
    double *base = calloc(600, sizeof *base);
    if (!base)
        return 1;
    double *first = base, *second = base + STEP;
#pragma omp parallel for schedule(static)
    for (int i = 0; i < N; i++) {
        int place = places[i];
        first[place] += 1.0 + i;
        second[place] += 3.0 + i;
    }
    int odd = base[521] == 0;
    free(base);
    return odd;
}
