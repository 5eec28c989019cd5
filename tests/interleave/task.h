/* task.h - explicit tasks.
 *
 * A task that is ready stands before its start like any thread before a step,
 * with a clock of its own: two tasks are concurrent even when one worker runs
 * them. It may start while a worker of its team is free: one whose member waits
 * at a scheduling point (taskwait, the end of a taskgroup, a barrier, the end
 * of the region). It holds the worker until it ends or waits itself; a tied
 * task that waits lets only its own descendants on its worker
 * (OpenMP 5.0, 2.10.6).
 *
 * Which worker takes a task is a choice only where it can matter: once a task
 * has asked for its thread number, has a threadprivate variable, or has waited.
 * That is learnt like a racy word, and the search starts again.
 */
#ifndef INTERLEAVE_TASK_H
#define INTERLEAVE_TASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/team.h"

struct taskgroup {
    struct taskgroup *outer;
    int count;         /* tasks of it that are not complete */
    uint64_t span;     /* machine: longest chain of work of those that are */
    unsigned made;     /* tasks of it so far */
    struct order done; /* what they published */

    uintptr_t *reductions; /* reduction.c: gcc's innermost block, or NULL */
    bool of_share;         /* it belongs to a worksharing construct with reductions */

    struct taskgroup *around; /* that its own tasks belong to, or NULL */
    struct order *cancelled;  /* what who cancelled it published; NULL: it is not */
};

struct successor {
    struct task *task;
    struct successor *next;
};

struct task {
    struct task *parent; /* NULL: an implicit task */
    struct task *root;   /* the implicit task that it descends from */
    struct team *team;
    void (*function)(void *);
    void *data;
    size_t data_size;
    const void *pc; /* of the construct */
    struct icv icv; /* of the task that created it, then */
    bool untied, final;
    bool finds_copies; /* gcc's code asks first who runs it, for its copies of
                        reductions */
    bool takes_part;   /* in a reduction: it uses its worker's copies */
    unsigned ordinal;  /* in its group */
    bool made;         /* deferred, and its creator is done with it */
    bool started;      /* it has a worker, or ended */
    bool discarded;    /* its group was cancelled before it started */
    bool detached, fulfilled, returned;
    bool undeferred; /* its parent waits for it, or runs it at once */
    bool complete;
    bool late;  /* it had to wait for a thread to stand for it */
    bool named; /* a dependence refers to it: its record is kept */

    int children;                  /* not complete */
    int heirs;                     /* children whose records refer to it */
    struct order *children_done;   /* what those that are published; NULL: nothing */
    struct taskgroup *group;       /* that it belongs to */
    struct taskgroup *inner;       /* that it has opened and is in */
    struct taskgroup *waits_group; /* whose end it waits at */

    int predecessors; /* not complete */
    struct successor *successors;
    struct dependence *table;     /* depend.c: of its children */
    struct exclusion *exclusions; /* depend.c: what it holds while it runs */

    struct thread *thread;        /* that runs it, or stands for it */
    struct task *next, *before;   /* of the team's tasks that are not complete */
    struct task *next_detachable; /* task_detach.c */
    struct task *queued;          /* ready, but no thread was free */

    /* machine */
    uint64_t ready_since;   /* virtual time */
    uint64_t span;          /* longest chain of work up to its start; complete: to its end */
    uint64_t children_span; /* the same of its children that are complete */

    struct order created; /* what its creator and its predecessors published; once it
                           * has returned, what it published itself */
};

/* Nobody created an implicit task: its record ends before that. */
#define IMPLICIT_TASK_BYTES offsetof(struct task, created)

/* A member's place in its team, which tasks may occupy. */
struct worker {
    struct thread *top;  /* that runs on it; NULL: its member has left */
    uint64_t free_since; /* machine: virtual time */
    int core;            /* machine: that it was on last */
    int tls;             /* slot whose threadprivate block it has */
    struct order *ran;   /* what ran on it before published; NULL: nothing */
};

/* Implicit tasks and workers of a new team. */
void task_implicit(struct implicit *implicit, struct thread *thread);

/* A member has reached the end of its region: its worker is free. */
void task_member_leaves(struct thread *member);

/* May the task that stands before its start go? */
bool task_can_start(const struct task *task);

/* Machine: virtual time at which it could, on the worker that is free first. */
uint64_t worker_free_at(const struct task *task);

/* So many like it could start at once. 1 where it depends on which they are. */
int task_places(const struct task *task);

/* It has stood or waited: it holds its worker while others go on. That tasks of
 * this construct do so is learnt like a racy word; see task_commutes(). */
void task_occupies(const struct task *task);

/* Some task holds its worker, or its parent, until something happens that is not the
 * end of a task below it. */
void task_holds(void);

/* It waits for tasks below it, which may run on its worker while it does. As long as
 * no task of the execution holds its worker otherwise they come to their end,
 * whoever starts first and wherever, and that is all that it waits for: starts
 * commute as if it did not wait. With one that holds, which worker it is on matters. */
void task_waits_for_own(const struct task *task);

/* Its start commutes with that of every other task: as far as is known it runs
 * to its end in one step, so that its worker is free again. */
bool task_commutes(const struct task *task);

/* A task runs where it is, and not on any worker that is free: if that matters, not
 * every order is tried. */
void worker_is_given(void);

/* Waits until the task has no predecessors left (undeferred tasks). */
void task_wait_ready(struct task *task, const void *pc);

/* What it waited for has come: it goes on when its worker is free; an untied
 * task on any that is. */
void task_resume(struct thread *thread);

/* No other task is on its worker. */
bool worker_is_own(const struct thread *thread);

/* Nobody can go on: does an untied task find another worker, or another one go on
 * before the untied ones that wait where it is? */
bool worker_move_untied(void);

/* Which worker runs the running task can matter. */
void task_depends_on_worker(void);

/* The running task asked who runs it: what belongs to its worker is used by one
 * task after another, so it comes after what ran there before. */
void task_asks_who(void);

/* depend.c: what the new task must wait for, from gcc's depend array. */
void depend_add(struct task *task, void **depend);
/* Before it starts: waits until no other task of a mutexinoutset runs. */
void depend_exclude(const struct task *task);
/* What a learner calls such a lock: "mutexinoutset (x)". */
void depend_name(uintptr_t lock, char *name, size_t room);
/* The task is complete: its successors may be ready. */
void depend_done(struct task *task);
void task_ready(struct task *task);

/* task_detach.c: the construct of the i-th task whose event was never
 * fulfilled, or NULL; for reports. */
const void *task_unfulfilled(int i);

/* For the hash of a state: the team's tasks, and which of those that wait will
 * know an epoch of a thread. */
uint64_t task_hash(const struct team *team);
uint64_t task_orders_after(int strand, uint32_t at);

#endif
