// expect: RACE — gives the lock back after the look, before the seat is taken
#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    if (have == want)
        return true;
    omp_set_lock(&want->lock);
    bool swapped = want->seats > 0;
    omp_unset_lock(&want->lock);
    if (swapped) {
        omp_set_lock(&have->lock);
        want->seats--;
        have->seats++;
        omp_unset_lock(&have->lock);
    }
    return swapped;
}
