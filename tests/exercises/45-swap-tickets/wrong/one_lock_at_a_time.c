// expect: ATOMICITY — two changes that are each behind a lock are one change
#include "swap_tickets.h"
bool swap(struct show *have, struct show *want)
{
    if (have == want) return true;
    omp_set_lock(&want->lock);
    bool ok = want->seats > 0;
    if (ok) want->seats--;
    omp_unset_lock(&want->lock);
    if (ok) {
        omp_set_lock(&have->lock);
        have->seats++;
        omp_unset_lock(&have->lock);
    }
    return ok;
}
