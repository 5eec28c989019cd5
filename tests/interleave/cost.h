/* cost.h - what things cost on the virtual machine, in virtual nanoseconds.
 *
 * Every call is a no-op unless stage.machine is set. machine.c gives the
 * numbers their meaning; the table below is the one place to change them.
 *
 * Measured with `make bench` (tests/unit/costs.c) against libgomp of gcc 12.2 at
 * -O2, Debian 12, two cores of an AMD EPYC in a virtual machine; nanoseconds for
 * the same program here and there, with two threads:
 *
 *                                              here   libgomp
 *     a loop's turn with one access             4.0       0.4   (here as at -O0)
 *     an atomic update, alone                   9.0       5.4
 *     an atomic update, two threads            34.8       8.3   (1)
 *     a line to the other core                 67.5      49.6
 *     a critical section, alone                22.0      11.3
 *     a critical section, two threads         100.3      20.4   (1)
 *     a chunk of a dynamic loop, alone         12.0       6.4
 *     a chunk of a dynamic loop, two threads   35.9       9.8   (1)
 *     a barrier of two                        403.9     231.6
 *     a region of two: fork and join          903.0     480.6
 *     a task, created and run                     -     175.4
 *
 * (1) With nothing to do in between, a real core keeps the line for a burst of
 * operations; here the cores take turns at each, as they do when there is work
 * between them. A hand-over is two lines: the lock's and what it guards.
 *
 * A unit of work() is 1000, as if it took a real microsecond. `make bench` shows
 * the speedups of solutions 22, 25, 41 and 44 here beside libgomp's.
 */
#ifndef INTERLEAVE_COST_H
#define INTERLEAVE_COST_H

#include <stdint.h>

#include "interleave/schedule.h"

enum cost {
    COST_BLOCK = 1,           /* a basic block */
    COST_ACCESS = 1,          /* an access that hits the own cache */
    COST_LINE_TRANSFER = 60,  /* a line that another core wrote last */
    COST_ATOMIC = 6,          /* an atomic on an own line */
    COST_LOCK = 20,           /* a free lock, taken and given back */
    COST_LOCK_HANDOVER = 100, /* a lock that another core held last */
    COST_CHUNK = 6,           /* a chunk grab, beside the line transfer */
    COST_BARRIER = 300,       /* a barrier, for two; half of it for each doubling */
    COST_FORK = 500,          /* a region, beside its threads */
    COST_THREAD = 150,        /* a thread of it */
    COST_WAKE = 100,          /* from wake to running */
    COST_SWITCH = 2000,       /* a core changes to another thread */
    COST_SLICE = 20000,       /* a thread keeps its core so long when others wait */
    COST_TASK = 300,          /* a task created and run */
    COST_POLL = 500,          /* pause_briefly() */
    COST_UNIT = 1000          /* work(1) */
};

struct lock;
struct team;

void cost_add(uint64_t nanoseconds);   /* the running thread is busy so long */
void cost_work(uint64_t nanoseconds);  /* the same; may lose its core meanwhile */
void cost_pause(uint64_t nanoseconds); /* waits without a core */
void cost_access(uintptr_t address, uint32_t size, int write, const void *pc);
void cost_lock(struct lock *lock); /* it has been taken */
void cost_barrier(int size);       /* arrives at a barrier */
void cost_meet(struct team *team); /* the last has arrived */
void cost_fork(int size);
void cost_thread_starts(struct thread *thread);
void cost_member_leaves(struct team *team);
void cost_join(struct team *team);
void cost_block(struct thread *thread);             /* it begins to wait */
void cost_wake(struct thread *thread, uint64_t at); /* it may go on at that time */

#endif
