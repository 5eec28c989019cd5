// copyin copies the pointer: the array behind it stays shared.
// expect: RACE, threads 2
#include <stdlib.h>

static int *work;
#pragma omp threadprivate(work)

int main(void)
{
    work = calloc(4, sizeof *work);
    if (!work)
        return 1;
#pragma omp parallel copyin(work)
    work[0] += 1;
    int odd = work[0] < 1;
    free(work);
    return odd;
}
