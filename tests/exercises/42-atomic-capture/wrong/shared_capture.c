// expect: RACE — captures into a variable that all threads share
#include "atomic_capture.h"

static int before;

int book(struct show *show)
{
    #pragma omp atomic capture
    before = show->seats--;
    if (before > 0)
        return 1;
    #pragma omp atomic update
    show->seats++;
    return 0;
}
