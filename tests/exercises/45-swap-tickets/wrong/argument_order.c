// expect: DEADLOCK — takes the locks in the order of the arguments, which differs between two buyers
#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    if (have == want)
        return true;
    omp_set_lock(&have->lock);
    omp_set_lock(&want->lock);
    bool swapped = want->seats > 0;
    if (swapped) {
        want->seats--;
        have->seats++;
    }
    omp_unset_lock(&want->lock);
    omp_unset_lock(&have->lock);
    return swapped;
}
