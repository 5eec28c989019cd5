#include "atomic_capture.h"

//> book
int book(struct show *show)
{
    /* One indivisible step takes a seat and tells what was there. Of
     * two buyers who want the last seat, one sees 1 and the other 0, in
     * every schedule: the question and the answer cannot be parted. */
    int before;
    #pragma omp atomic capture
    before = show->seats--;

    if (before > 0)
        return 1;

    /* There was no seat: put back what we took. Until then the counter
     * is too low, and a buyer who comes now is refused. That is right
     * only because nobody refunds: no seat can have become free
     * meanwhile. */
    #pragma omp atomic update
    show->seats++;
    return 0;
}
//< book
