// expect: RACE — takes the seat atomically, but puts it back with a plain addition
#include "atomic_capture.h"

int book(struct show *show)
{
    int before;
    #pragma omp atomic capture
    before = show->seats--;
    if (before > 0)
        return 1;
    show->seats++;
    return 0;
}
