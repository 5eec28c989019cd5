/* Ordered by address: any order will do, as long as it is always the
 * same. */
#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    if (have == want)
        return true;
    omp_set_lock(have < want ? &have->lock : &want->lock);
    omp_set_lock(have < want ? &want->lock : &have->lock);
    bool swapped = want->seats > 0;
    if (swapped) {
        want->seats -= 1;
        have->seats += 1;
    }
    omp_unset_lock(&have->lock);
    omp_unset_lock(&want->lock);
    return swapped;
}
