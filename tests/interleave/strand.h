/* strand.h - who did it: the strands of an execution.
 *
 * A strand is what one thread or task does from its begin to its end; accesses
 * of different strands are concurrent unless clocks say otherwise. A strand's
 * number may be given again to somebody who knows all of its past: then their
 * accesses are ordered anyway. While numbers last, nobody else gets one.
 */
#ifndef INTERLEAVE_STRAND_H
#define INTERLEAVE_STRAND_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/order.h"

struct thread;

/* Who a strand was, for reports. */
struct strand_who {
    int thread, number;  /* slot, and number in the team */
    bool task;           /* an explicit task */
    const void *made_at; /* the construct that created it; NULL: a team's member */
};

/* A new execution: no strand was ever used. */
void strand_begin(void);

/* A number for a thread that begins, knowing `past` (NULL: nothing); `wish` is
 * taken when it is as good as any. The strand's own clock is left where its last
 * user stopped. */
int strand_take(struct thread *thread, const struct order *past, int wish);

/* The thread's strand has ended: its number is free. */
void strand_give(struct thread *thread);

/* Its clock when it was last given up. */
uint32_t strand_last(int strand);

/* Would whoever knows `past` know all that happened on it up to clock `last`?
 * The last epoch began when the strand published its end: it is empty. */
static inline bool strand_known(const struct order *past, int strand, uint32_t last)
{
    return last <= past->hb.at[strand] + 1;
}

/* Does the thread come after all that every other strand did? */
bool strand_is_last(const struct thread *thread);

struct strand_who strand_who(int strand);

/* For a checkpoint. */
void strand_pieces(void);

#endif
