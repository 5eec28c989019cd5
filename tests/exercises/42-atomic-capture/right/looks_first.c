/* Looks before it takes, only to spare a hopeless attempt: the decision
 * is still made by what was captured. */
#include "atomic_capture.h"

int book(struct show *show)
{
    int before;
    #pragma omp atomic read
    before = show->seats;
    if (before <= 0)
        return 0;
    #pragma omp atomic capture
    before = show->seats--;
    if (before > 0)
        return 1;
    #pragma omp atomic update
    show->seats++;
    return 0;
}
