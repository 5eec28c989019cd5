// The pointer is copied, what it points to is shared.
// expect: RACE, threads 2
#include <stdlib.h>

int main(void)
{
    int *count = calloc(1, sizeof *count);
    if (!count)
        return 1;
#pragma omp parallel firstprivate(count)
    (*count)++;
    int result = *count;
    free(count);
    return result < 1;
}
