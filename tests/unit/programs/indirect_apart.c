// Two index sets, one base, and no two iterations meet.
// expect: PASS, executions 1, outcomes 1
#include <stdlib.h>

enum { N = 18 };

int main(void)
{
    double *base = calloc(300, sizeof *base);
    int places[N];
    if (!base)
        return 1;
    for (int i = 0; i < N; i++)
        places[i] = 20 + 4 * i;
    double *first = base, *second = base + 130;
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        first[places[i]] += 1.0;
        second[places[i]] += 3.0;
    }
    int odd = base[20] != 1.0;
    free(base);
    return odd;
}
