// expect: ATOMICITY — a lock that is taken means that there is no seat
#include "swap_tickets.h"
bool swap(struct show *have, struct show *want)
{
    if (have == want) return true;
    omp_set_lock(&have->lock);
    if (!omp_test_lock(&want->lock)) { omp_unset_lock(&have->lock); return false; }
    bool ok = want->seats > 0;
    if (ok) { want->seats--; have->seats++; }
    omp_unset_lock(&want->lock);
    omp_unset_lock(&have->lock);
    return ok;
}
