/* lanes_own.h - what the files of the lanes share; see lanes.h. */
#ifndef INTERLEAVE_LANES_OWN_H
#define INTERLEAVE_LANES_OWN_H

#include "interleave/lanes.h"

struct task;

/* Where in the body: gcc lays it out in the order of the text; each time that
 * the body goes back (a loop within it) a new round begins. */
struct position {
    uint32_t round;
    uint32_t ordered; /* which of the body's ordered blocks; 0 none */
    const void *pc;
};

struct visit {
    uint32_t lane; /* counted from 1; 0 nobody */
    struct position at;
    const void *pc;    /* of the access itself, for reports */
    const void *after; /* a read: the write that came directly before, of the same size, or NULL */
};

/* What the lanes of one loop did last to some bytes. */
struct entry {
    uintptr_t address;
    uint32_t loop; /* the run of the loop that it belongs to */
    uint32_t size;
    struct visit writer, reader;
    struct visit other; /* any order: who read before `reader`, in another iteration */
};

#define MOST_OWN 32 /* more than a pragma that is read can name */

struct own {
    uintptr_t address;
    size_t size;
};

struct own_list {
    struct own of[MOST_OWN];
    int count;
};

/* One thread's iterations of a loop. */
struct lanes {
    uint64_t execution;
    const struct task *task; /* that runs the loop */
    bool any_order;          /* they are concurrent; else in lockstep */
    int number;              /* of the loop, or -1: what comes is another */
    uint32_t loop;           /* counts loops run on this thread */
    uint32_t lane;
    uint32_t blocks; /* ordered blocks begun in this lane */
    long safelen;

    uintptr_t low, high; /* the frame of the function with the loop */
    const void *pc;      /* in that function */
    struct position at;
    const void *call;    /* while the body has called a function: from where */
    unsigned depth;      /* of such calls */
    int locks;           /* that it has taken in this iteration and holds */
    unsigned nested;     /* lanes of simd loops in them: not judged on their own */
    size_t last_size;    /* of the write that came directly before this access, else 0 */
    const void *last_pc; /* and where it is */
    uintptr_t last_address;
    const void *after; /* last_pc, where this read of other data has the size of that write; else
                          NULL */

    struct own_list own;    /* what the iteration combines with others */
    struct own_list common; /* what they share, though it lies in the frame of the loop */

    struct entry *table;
    unsigned room, count; /* a power of two; entries of this loop */
};

/* The record of these bytes; NULL when there are too many to remember. */
struct entry *lanes_entry(struct lanes *lanes, uintptr_t address, size_t size);

/* No iteration has touched these bytes. */
void lanes_drop(struct lanes *lanes, uintptr_t address, size_t size);

/* An access in an iteration: is it in conflict with one in another? */
void lanes_judge(struct lanes *lanes, uintptr_t address, size_t size, bool write, const void *pc);

#endif
