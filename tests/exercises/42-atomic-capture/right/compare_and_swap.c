/* Never below zero: takes the seat only if the counter is still what
 * was read, else looks again with what was found. */
#include "atomic_capture.h"

int book(struct show *show)
{
    int before;
    #pragma omp atomic read seq_cst
    before = show->seats;
    while (before > 0) {
        int found;
        #pragma omp atomic compare capture seq_cst
        {
            found = show->seats;
            if (show->seats == before) {
                show->seats = before - 1;
            }
        }
        if (found == before)
            return 1;
        before = found;
    }
    return 0;
}
