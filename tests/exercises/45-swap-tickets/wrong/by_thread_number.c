// expect: DEADLOCK — two threads that swap go opposite ways
#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    if (have == want)
        return true;
    struct show *first = omp_get_thread_num() % 2 ? have : want;
    struct show *second = first == have ? want : have;
    omp_set_lock(&first->lock);
    omp_set_lock(&second->lock);
    bool swapped = want->seats > 0;
    if (swapped) {
        want->seats = want->seats - 1;
        have->seats = have->seats + 1;
    }
    omp_unset_lock(&second->lock);
    omp_unset_lock(&first->lock);
    return swapped;
}
