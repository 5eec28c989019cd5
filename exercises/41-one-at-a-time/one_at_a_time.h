/* one_at_a_time.h - one buyer at a time checks and takes a seat.
 *
 * Many threads call book() at once, for the same show. Whatever order
 * their steps are taken in, no seat may be sold twice.
 */
#ifndef ONE_AT_A_TIME_H
#define ONE_AT_A_TIME_H

struct show {
    int seats; /* still for sale, never below 0; shared by all buyers */
};

/* Sells one seat of show to buyer (0, 1, 2 …), if there is one.
 *
 * Returns 1 when the buyer has a seat: then show->seats is one less,
 * and print_ticket() and pay() have been called once each for this
 * buyer. Returns 0 when the show is sold out: then nothing has been
 * called and nothing changed. Thread-safe: any number of calls at
 * once. */
int book(struct show *show, int buyer);

/* Given. Both may be called by many threads at once. */

/* Prints the ticket of this buyer: keeps a core busy for 1 unit. */
void print_ticket(int buyer);

/* Waits until the bank has answered: 20 units, in which the core is
 * free for other threads. The payment always succeeds. */
void pay(int buyer);

#endif
