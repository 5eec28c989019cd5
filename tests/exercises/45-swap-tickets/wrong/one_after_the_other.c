// expect: ATOMICITY — gives back first and takes afterwards, with no lock held in between
#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    if (have == want)
        return true;
    omp_set_lock(&have->lock);
    have->seats++;
    omp_unset_lock(&have->lock);

    omp_set_lock(&want->lock);
    bool swapped = want->seats > 0;
    if (swapped)
        want->seats--;
    omp_unset_lock(&want->lock);

    if (!swapped) {
        omp_set_lock(&have->lock);
        have->seats--;
        omp_unset_lock(&have->lock);
    }
    return swapped;
}
