/* Captures the value after the change, in the form with a block. */
#include "atomic_capture.h"

int book(struct show *show)
{
    int left;
    #pragma omp atomic capture
    {
        show->seats -= 1;
        left = show->seats;
    }
    if (left >= 0)
        return 1;
    #pragma omp atomic update
    show->seats += 1;
    return 0;
}
