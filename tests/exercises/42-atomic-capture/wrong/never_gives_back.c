// expect: WRONG — a refused buyer takes a seat that is not there and never puts it back
#include "atomic_capture.h"

int book(struct show *show)
{
    int before;
    #pragma omp atomic capture
    before = show->seats--;
    return before > 0;
}
