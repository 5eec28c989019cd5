/* atomic_capture.h - book a seat with atomic operations only.
 *
 * Many threads call book() at once, for the same show. Nobody gives a
 * ticket back: there are no refunds.
 */
#ifndef ATOMIC_CAPTURE_H
#define ATOMIC_CAPTURE_H

struct show {
    int seats; /* still for sale; may be below 0 while book() runs */
};

/* Sells one seat of show, if there is one. Returns 1 with a ticket, 0
 * when the show is sold out. Thread-safe: any number of calls at once.
 *
 * When no call is under way any more, show->seats is again the number
 * of seats for sale: the seats at the start minus the tickets sold. */
int book(struct show *show);

#endif
