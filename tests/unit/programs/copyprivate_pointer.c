// The one thread's pointer is handed out: what it points to is shared.
// expect: RACE, threads 2
#include <stdlib.h>

int main(void)
{
#pragma omp parallel
    {
        int *box;
#pragma omp single copyprivate(box)
        box = calloc(1, sizeof *box);
        (*box)++;
#pragma omp barrier
#pragma omp single
        free(box);
    }
    return 0;
}
