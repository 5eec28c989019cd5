/* swap_tickets.h - buyers swap their ticket for one of another show.
 *
 * Each show has its lock. A swap changes two shows at once, so it needs
 * two locks; and another swap may want the same two.
 */
#ifndef SWAP_TICKETS_H
#define SWAP_TICKETS_H

#include <omp.h>
#include <stdbool.h>

struct show {
    int number;      /* every show has its own; never changes */
    omp_lock_t lock; /* initialised; whoever holds it may use seats */
    int seats;       /* still for sale, never below 0 */
};

/* Given: how the box office sells one seat of show. Returns whether
 * there was one. Thread-safe, as long as everybody who changes seats
 * holds the lock. */
bool sell(struct show *show)
{
    omp_set_lock(&show->lock);
    bool sold = show->seats > 0;
    if (sold)
        show->seats = show->seats - 1;
    omp_unset_lock(&show->lock);
    return sold;
}

/* Swaps a ticket of the show `have` for one of the show `want`.
 *
 * Returns true when `want` had a free seat: then `have` has one seat
 * more and `want` one less, and nobody can see the one without the
 * other while holding both locks. Returns false when `want` is sold
 * out: then nothing has changed. When both are the same show, the buyer
 * keeps the seat: true, and nothing changes, even when it is sold out.
 *
 * The caller holds no lock, before and after. Thread-safe: any number
 * of swaps, sales and refunds at once, each of which holds the lock of
 * the show it changes. A call always returns. */
bool swap(struct show *have, struct show *want);

#endif
