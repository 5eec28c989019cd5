/* cost.h - what things cost on the virtual machine, in virtual nanoseconds.
 *
 * Every call is a no-op unless stage.machine is set. machine.c gives the
 * numbers their meaning; the table below is the one place to change them.
 *
 * Measured by tests/unit/machine/costs.c (`make bench` shows both columns) with libgomp
 * of gcc 12.2 at -O2, OMP_PROC_BIND=true, on two cores of an AMD EPYC that share
 * a cache: a ball goes there and back in 50 ns a way. Cores further apart (225 ns
 * a way on the same machine) pay two to four times as much wherever they meet.
 * Nanoseconds; with two threads, of an operation that each of both does once:
 *
 *                                                       here   libgomp
 *     a line to the other core and back                 54.4      49.2
 *     a turn of an empty loop                            1.0       0.7
 *     a turn of a loop with three accesses               2.0       1.0
 *     malloc and free                                   21.5      21.0
 *     a write, alone                                     2.0       1.2
 *     a write beside another thread's                   34.3      22.3
 *     a write beside another thread's, and work, extra    26.5      15.9
 *     an atomic update, alone                            5.0       3.3
 *     an atomic update, two threads                     25.9      33.7
 *     an atomic update and work, extra                  26.8      21.1
 *     a critical section, alone                         10.6       8.3
 *     a critical section, two threads                   77.8      88.2
 *     a critical section and work, extra                28.0      27.9
 *     a lock, alone                                     10.1       9.7
 *     a lock, two threads                               76.9      96.0
 *     a dynamic chunk, alone                            11.6       7.4
 *     a dynamic chunk, two threads                      26.8      38.9
 *     a dynamic chunk and work, extra                   28.0      29.2
 *     a turn of a guided loop, two threads               3.5       1.4
 *     an ordered turn, two threads                     258.0     195.8
 *     a single, two threads                             34.9      37.1
 *     a barrier of two                                 405.6     387.2
 *     a region of two                                  852.0     927.6
 *     a region of two with a reduction                 957.0     931.0
 *     a task, alone                                     34.6      32.9
 *     a task, two threads                              379.1     512.1
 *     a task with ten times the work, one thread       834.1     704.7
 *     a task with ten times the work, two threads      623.1     518.3
 *     a task and a taskwait, two threads               482.1     526.9
 *
 * "extra" is what two threads pay more than one for an operation with 80 turns of
 * an empty loop after it. Plain code is priced as at -O0.
 *
 * Two rules make this simple table come near both where cores do nothing but
 * fight and where they work in between:
 *
 *  - A line that another core has changed comes COST_LINE_TRANSFER after it was
 *    asked for, or after it has come to whoever asked before; until then its
 *    owner may update it once more. So cores that fight do two updates a visit.
 *  - Who waits for a lock sees COST_LINE_TRANSFER after its release that it is
 *    free. Until then the core that gave it back may take it again, COST_BURST
 *    times in a row. What the lock guards comes with it: one line.
 *
 * A unit of work() is 1000, as if it took a real microsecond.
 */
#ifndef INTERLEAVE_COST_H
#define INTERLEAVE_COST_H

#include <stdint.h>

#include "interleave/schedule.h"

enum cost {
    COST_PLAIN = 1,          /* two basic blocks or accesses to lines that the core has */
    COST_LINE_TRANSFER = 25, /* a line that another core wrote last */
    COST_ATOMIC = 3,         /* an atomic update, beside its access */
    COST_LOCK = 8,           /* a free lock, taken and given back */
    COST_BURST = 8,          /* no time: see above */
    COST_CHUNK = 3,          /* a chunk, a section or a single, beside its line */
    COST_BARRIER = 300,      /* a barrier, for two; half of it for each doubling */
    COST_FORK = 500,         /* a region, beside its threads */
    COST_FORK_ALONE = 50,    /* a region of one */
    COST_THREAD = 150,       /* a thread of it */
    COST_WAKE = 100,         /* from wake to running */
    COST_SWITCH = 2000,      /* a core changes to another thread */
    COST_SLICE = 20000,      /* a thread keeps its core so long when others wait */
    COST_TASK_MADE = 170,    /* a task is put into its team's list: one at a time */
    COST_TASK_RUN = 200,     /* it is taken from there, and ends: one at a time */
    COST_TASK_HERE = 30,     /* a task that its creator runs at once */
    COST_MALLOC = 20,        /* memory taken and given back */
    COST_POLL = 500,         /* pause_briefly() */
    COST_UNIT = 1000         /* work(1) */
};

struct lock;
struct task;
struct team;

void cost_add(uint64_t nanoseconds);   /* the running thread is busy so long */
void cost_plain(void);                 /* half of COST_PLAIN */
void cost_work(uint64_t nanoseconds);  /* the same as cost_add; may lose its core meanwhile */
void cost_pause(uint64_t nanoseconds); /* waits without a core */
/* What a clock shows. Outside the machine each look moves it on, so that a loop which
 * waits for time to pass ends; what comes after a look shows no less. */
uint64_t cost_now(void);
void cost_access(uintptr_t address, size_t size, bool write, bool atomic, const void *pc);
void cost_lock(struct lock *lock);                    /* it has been taken */
void cost_unlock(struct lock *lock);                  /* it is given back */
uint64_t cost_lock_free(const struct thread *thread); /* when it could have the free lock */
void cost_barrier(int size);                          /* arrives at a barrier */
void cost_meet(struct team *team);                    /* the last has arrived */
void cost_fork(int size);
void cost_thread_starts(struct thread *thread);
void cost_member_leaves(struct team *team);
void cost_join(struct team *team);
void cost_block(struct thread *thread); /* it begins to wait */
void cost_wake(struct thread *thread);  /* the running thread ends that */

void cost_task_made(struct task *task);
void cost_task_ready(struct task *task); /* the running thread did the last that it waited for */
void cost_task_follows(struct task *task, const struct task *before);  /* that is complete */
void cost_task_stands(const struct task *task, struct thread *thread); /* for its turn */
void cost_task_starts(const struct task *task);
void cost_task_ends(struct task *task);
void cost_waited(uint64_t span); /* for something that a chain of so much work ended in */

#endif
