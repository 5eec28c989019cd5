/* Where nobody refunds, a counter that fell below zero may simply be
 * set to zero: it never rises above it again. */
#include "atomic_capture.h"

int book(struct show *show)
{
    int before;
    #pragma omp atomic capture
    before = show->seats--;
    if (before > 0)
        return 1;
    #pragma omp atomic write
    show->seats = 0;
    return 0;
}
