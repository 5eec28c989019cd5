/* Only one thread at a time collects locks, so no two can wait for each
 * other. Whoever gives locks back needs no permission. */
#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    if (have->number == want->number)
        return true;
    #pragma omp critical(collect)
    {
        omp_set_lock(&have->lock);
        omp_set_lock(&want->lock);
    }
    bool swapped = false;
    if (want->seats > 0) {
        want->seats--;
        have->seats++;
        swapped = true;
    }
    omp_unset_lock(&have->lock);
    omp_unset_lock(&want->lock);
    return swapped;
}
