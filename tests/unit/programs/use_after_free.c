// Freeing is a write: using the block beside it races.
// expect: RACE
#include <omp.h>
#include <stdlib.h>
int main(void)
{
    int *p = malloc(sizeof *p), got = 0;
    *p = 1;
#pragma omp parallel num_threads(2) shared(got)
    if (omp_get_thread_num() == 0)
        free(p);
    else
        got = *p;
    return got;
}
