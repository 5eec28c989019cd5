/* worksharing.h - loops, sections, single: how a team shares work.
 *
 * Members meet the constructs in the same order; the n-th construct of a region
 * is one `workshare`, made by whoever comes first and dropped by whoever leaves
 * last. A loop is kept as its number of iterations, 0 … count - 1, whatever its
 * bounds and step were. Handing out a piece is a visible step that orders
 * nothing: two grabs conflict, but no thread learns what the other did.
 */
#ifndef INTERLEAVE_WORKSHARING_H
#define INTERLEAVE_WORKSHARING_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/team.h"

enum loop_schedule { LOOP_RUNTIME, LOOP_STATIC, LOOP_DYNAMIC, LOOP_GUIDED, LOOP_AUTO };

/* A loop as the entry points describe it, in modular 64-bit arithmetic. */
struct loop {
    enum loop_schedule schedule;
    bool ordered;
    uint64_t start, step, count, chunk;
};

struct workshare {
    struct workshare *next;
    struct team *team;
    unsigned index; /* which construct of the region */
    int left;       /* members that are done with it */
    struct loop loop;
    uint64_t handed_out; /* iterations, or sections */
    bool spent;          /* all are, or the single is taken */
    bool single_taken;
    struct thread *single_by;
    void *copied; /* copyprivate: what the one publishes */
    bool copy_ready;
    struct order *copy_order; /* or NULL */
    uintptr_t *reductions;    /* reduction.c: gcc's block of who came first, or NULL */

    uint64_t span;    /* machine: longest chain of work that ended in an ordered region */
    uint64_t turn;    /* ordered: first iteration whose turn has not passed */
    uint64_t *passed; /* ordered: ends of chunks done before their turn: pairs lo, hi */
    int passed_count, passed_room;
    struct order *ordered_order; /* or NULL */
    void *memory; /* loop_start.c: a block of the program's that members share, or NULL */
    struct doacross *doacross; /* doacross.c: ordered with depend, or NULL */
    uint64_t mark;             /* the address that stands for the construct in steps */
};

/* The thread's position in its current workshare. */
struct chunk {
    uint64_t low, high; /* iterations it is at, [low, high) */
    uint64_t round;     /* library static schedules: chunks taken so far */
    bool holds;         /* has a chunk */
    uint64_t awaited;   /* doacross.c: the iteration it waits for */
};

/* The construct that the running thread meets now; made when it is first. */
struct workshare *share_enter(void);
/* The one it is in (a combined construct's first, when it is in none yet). */
struct workshare *share_current(void);
struct chunk *share_chunk(void);
void share_leave(void);

/* The construct's block of memory, zeroed, for gcc's own use: *block is its size
 * before the call, its address after it. */
void share_memory(struct workshare *share, void **block);

/* Stands before taking a piece: two members' grabs conflict. */
void share_stand(struct workshare *share, const void *pc, uintptr_t cfa);

/* The first share of a new team, before its members start: a struct loop. For
 * team_parallel(). */
void share_prepare(struct team *team, void *loop);

/* For the hash of a state: which constructs know an epoch of a strand. */
uint64_t share_orders_after(int strand, uint32_t at);

/* ordered.c: a chunk is complete; its turn may pass on. */
void ordered_passed(struct workshare *share, const struct chunk *chunk);

#endif
