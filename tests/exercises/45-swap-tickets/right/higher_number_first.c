#include "swap_tickets.h"
bool swap(struct show *have, struct show *want)
{
    if (have == want) return true;
    struct show *first = have->number > want->number ? have : want;
    struct show *second = first == have ? want : have;
    omp_set_lock(&first->lock);
    omp_set_lock(&second->lock);
    bool ok = want->seats > 0;
    if (ok) { want->seats--; have->seats++; }
    omp_unset_lock(&second->lock);
    omp_unset_lock(&first->lock);
    return ok;
}
