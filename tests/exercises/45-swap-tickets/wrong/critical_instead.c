// expect: RACE — a critical section keeps out other swaps, but not a sale, which uses the locks
#include "swap_tickets.h"

bool swap(struct show *have, struct show *want)
{
    if (have == want)
        return true;
    bool swapped;
    #pragma omp critical
    {
        swapped = want->seats > 0;
        if (swapped) {
            want->seats--;
            have->seats++;
        }
    }
    return swapped;
}
