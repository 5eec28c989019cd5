/* order.h - what happens before what, by vector clocks.
 *
 * Lamport, CACM 1978; Mattern 1989; the epochs of FastTrack (Flanagan and
 * Freund, PLDI 2009). A clock has a component for each strand (strand.h): what
 * one thread or task does. A strand's own component counts its releases: it goes
 * up whenever it publishes what it did (unlock, fork, barrier, release).
 *
 * Every synchronisation object carries two clocks. `hb` is what the program may
 * rely on: races are judged by it. `dep` also orders any two steps that do not
 * commute; the search uses it. hb is contained in dep.
 */
#ifndef INTERLEAVE_ORDER_H
#define INTERLEAVE_ORDER_H

#include <stdint.h>

#include "interleave/bounds.h"

struct clock {
    uint32_t at[MAX_STRANDS];
};

/* Strands and thread slots used in this execution: clocks are compared, joined
 * and copied up to these. They grow only. */
extern int order_strands, order_slots;

static inline void clock_join(struct clock *into, const struct clock *from)
{
    for (int i = 0; i < order_strands; i++)
        if (into->at[i] < from->at[i])
            into->at[i] = from->at[i];
}

static inline void clock_copy(struct clock *into, const struct clock *from)
{
    for (int i = 0; i < order_strands; i++)
        into->at[i] = from->at[i];
}

static inline void clock_clear(struct clock *clock)
{
    for (int i = 0; i < order_strands; i++)
        clock->at[i] = 0;
}

/* Steps of each thread slot. */
struct steps {
    uint32_t at[MAX_THREADS];
};

/* Both orders of a thread or of a synchronisation object. */
struct order {
    struct clock hb;
    struct steps dep;
};

static inline void steps_join(struct steps *into, const struct steps *from)
{
    for (int i = 0; i < order_slots; i++)
        if (into->at[i] < from->at[i])
            into->at[i] = from->at[i];
}

static inline void order_join(struct order *into, const struct order *from)
{
    clock_join(&into->hb, &from->hb);
    steps_join(&into->dep, &from->dep);
}

static inline void order_copy(struct order *into, const struct order *from)
{
    clock_copy(&into->hb, &from->hb);
    for (int i = 0; i < order_slots; i++)
        into->dep.at[i] = from->dep.at[i];
}

#endif
