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

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/bounds.h"

struct clock {
    uint32_t at[MAX_STRANDS];
};

/* Strands and thread slots used in this execution: clocks are compared, joined
 * and copied up to these. They grow only. */
extern int order_strands, order_slots;

/* Components are joined and copied some at a time: beyond what is used all are zero. */
typedef uint32_t components __attribute__((vector_size(16), aligned(4), may_alias));
#define LANE (sizeof(components) / sizeof(uint32_t))
static_assert(MAX_STRANDS % LANE == 0 && MAX_THREADS % LANE == 0, "whole lanes");

static inline void components_join(uint32_t *into, const uint32_t *from, int count)
{
    for (size_t i = 0; i < (size_t)count; i += LANE) {
        components *a = (components *)(into + i);
        components b = *(const components *)(from + i), greater = (components)(b > *a);
        *a = (b & greater) | (*a & ~greater);
    }
}

static inline void components_copy(uint32_t *into, const uint32_t *from, int count)
{
    for (size_t i = 0; i < (size_t)count; i += LANE)
        *(components *)(into + i) = *(const components *)(from + i);
}

static inline void clock_join(struct clock *into, const struct clock *from)
{
    components_join(into->at, from->at, order_strands);
}

static inline void clock_copy(struct clock *into, const struct clock *from)
{
    components_copy(into->at, from->at, order_strands);
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
    uint64_t time; /* outside the machine: the latest that a clock showed before (cost_now) */
    struct steps dep;
    struct clock hb;
};

static inline void steps_join(struct steps *into, const struct steps *from)
{
    components_join(into->at, from->at, order_slots);
}

static inline void order_join(struct order *into, const struct order *from)
{
    clock_join(&into->hb, &from->hb);
    steps_join(&into->dep, &from->dep);
    into->time = into->time > from->time ? into->time : from->time;
}

static inline void order_clear(struct order *order)
{
    clock_clear(&order->hb);
    for (int i = 0; i < order_slots; i++)
        order->dep.at[i] = 0;
}

static inline void order_copy(struct order *into, const struct order *from)
{
    clock_copy(&into->hb, &from->hb);
    components_copy(into->dep.at, from->dep.at, order_slots);
    into->time = from->time;
}

/* ---- order.c: those of objects, teams and constructs ------------------------- */

/* A new one of this execution, in which nothing is known. */
struct order *order_new(void);

/* The one that *at points to, which is made when there is none. */
struct order *order_in(struct order **at);

/* May be used again once there are many; NULL is none. */
void order_free(struct order *order);

void orders_begin(void);  /* a new execution */
void orders_pieces(void); /* of a checkpoint */
void orders_undo(void);   /* nothing is known in any of them */

#endif
