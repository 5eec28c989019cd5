// expect: ATOMICITY — looks under the lock, lets go, and takes the seat without looking again
#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    if (have == want)
        return true;
    omp_set_lock(&want->lock);
    bool swapped = want->seats > 0;
    omp_unset_lock(&want->lock);
    if (!swapped)
        return false;

    struct show *first = have->number < want->number ? have : want;
    struct show *second = first == have ? want : have;
    omp_set_lock(&first->lock);
    omp_set_lock(&second->lock);
    want->seats--;
    have->seats++;
    omp_unset_lock(&second->lock);
    omp_unset_lock(&first->lock);
    return true;
}
