#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    // TODO: opposite swaps must not wait for each other.
    omp_set_lock(&have->lock);
    omp_set_lock(&want->lock);
    bool swapped = want->seats > 0;
    if (swapped) {
        want->seats = want->seats - 1;
        have->seats = have->seats + 1;
    }
    omp_unset_lock(&want->lock);
    omp_unset_lock(&have->lock);
    return swapped;
}
