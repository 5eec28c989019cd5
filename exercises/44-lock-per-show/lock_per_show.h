/* lock_per_show.h - ten shows sell at the same time, each behind its
 * own lock.
 *
 * The box office calls open_shows() once, then many threads call book()
 * at once, and when all of them have returned it calls close_shows().
 */
#ifndef LOCK_PER_SHOW_H
#define LOCK_PER_SHOW_H

#include <omp.h>

#define SHOWS 10

struct show {
    omp_lock_t lock; /* whoever holds it may use seats and the plan */
    int seats;       /* still for sale, never below 0 */
};

/* Gets all the shows ready: every lock initialised and free, so many
 * seats for sale in each. Called by one thread, before all else; what
 * was in the memory before is arbitrary. */
void open_shows(struct show shows[SHOWS], int seats);

/* Sells one seat of shows[show] (0 … SHOWS-1) to buyer (0, 1, 2 …).
 *
 * Returns 1 when the buyer has a seat: then the show has one seat less,
 * and mark_seat() has been called once for this buyer. Returns 0 when
 * the show is sold out. No lock is held afterwards. Thread-safe; calls
 * for different shows do not wait for each other. */
int book(struct show shows[SHOWS], int show, int buyer);

/* Destroys the locks. Called by one thread, after all else. */
void close_shows(struct show shows[SHOWS]);

/* Given: marks a seat of this show in its plan. Keeps a core busy for
 * 10 units. There is one plan for each show, and only one buyer at a
 * time may work on it; on the plans of different shows they may at
 * once. */
void mark_seat(int show, int buyer);

#endif
