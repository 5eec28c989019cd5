#include "swap_tickets.h"

//> swap
bool swap(struct show *have, struct show *want)
{
    /* One lock cannot be set twice, not even by its owner. */
    if (have == want)
        return true;

    /* Everybody climbs in the same direction: whoever waits for a lock
     * holds only locks of lower numbers. So the thread that holds the
     * highest lock never waits, and there is no circle. */
    struct show *first = have->number < want->number ? have : want;
    struct show *second = first == have ? want : have;
    omp_set_lock(&first->lock);
    omp_set_lock(&second->lock);

    /* Both locks are held until both shows are changed: nobody sees a
     * seat given back for a swap that does not come about. */
    bool swapped = want->seats > 0;
    if (swapped) {
        want->seats = want->seats - 1;
        have->seats = have->seats + 1;
    }

    /* The order of giving back is free: it makes nobody wait. */
    omp_unset_lock(&second->lock);
    omp_unset_lock(&first->lock);
    return swapped;
}
//< swap
