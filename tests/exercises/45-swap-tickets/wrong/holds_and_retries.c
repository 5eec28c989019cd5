// expect: ENDLESS — tries the second lock again and again, and never lets go of the first
#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    if (have == want)
        return true;
    omp_set_lock(&have->lock);
    while (!omp_test_lock(&want->lock)) {
    }
    bool swapped = want->seats > 0;
    if (swapped) {
        want->seats--;
        have->seats++;
    }
    omp_unset_lock(&want->lock);
    omp_unset_lock(&have->lock);
    return swapped;
}
