/* objects.h - what lies behind an address that threads synchronise on: a lock,
 * or the clock that releases left at an atomic. Belongs to one execution.
 */
#ifndef INTERLEAVE_OBJECTS_H
#define INTERLEAVE_OBJECTS_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/order.h"

enum lock_kind { LOCK_NONE, LOCK_CRITICAL, LOCK_ATOMIC, LOCK_PLAIN, LOCK_NEST, LOCK_TASKS };

struct thread;
struct task;
struct team;

struct lock {
    enum lock_kind kind;
    bool initialised;          /* omp_init_lock was called */
    struct thread *owner;      /* NULL: free */
    const struct task *holder; /* nest locks: the owner's task, implicit ones included */
    int depth;                 /* nest locks: how often the owner holds it */
    const void *taken_at;      /* return address of the acquire */
    uint64_t free_since;       /* machine: virtual time of the last release */
    int last_core;             /* machine: core of the last owner, -1 none */
    int burst;                 /* machine: so often in a row it took what others wait for */
    uint64_t span_end;         /* machine: of the chain of its holders */
    uint64_t span_taken;       /* machine: its owner's span when it took it */
};

/* What the releases in one contention group published. */
struct published {
    const struct team *group;
    struct order *order;
    struct published *next; /* of another group */
};

struct object {
    uintptr_t address;
    struct order *order; /* published by releases, or NULL */
    bool released;       /* order->hb holds something */
    struct lock lock;
    struct published *published; /* critical sections, OpenMP's locks: instead of order */
};

/* A new execution: all objects are forgotten. */
void objects_begin(void);

/* The object at address; created when absent. */
struct object *object_at(uintptr_t address);

/* The object, or NULL. */
struct object *object_find(uintptr_t address);

/* The running thread takes the lock there: it comes after what who had it published.
 * It gives it back: what it did so far is published. */
void object_acquire(const struct object *object);
void object_release(struct object *object);

/* All objects of this execution in order of creation. */
int objects_all(struct object ***all);

/* So many; and those made since there were so many are forgotten. */
int objects_count(void);
void objects_undo(int before);

/* A hash that tells which objects were released after an epoch of a strand. */
uint64_t order_objects_after(int strand, uint32_t at);

#endif
