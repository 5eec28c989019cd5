// A global pointer to a counter on the heap.
// expect: RACE, threads 2
#include <stdlib.h>

static int *counter;

int main(void)
{
    counter = calloc(1, sizeof *counter);
    if (!counter)
        return 1;
#pragma omp parallel
    (*counter)++;
    int odd = *counter < 1;
    free(counter);
    return odd;
}
