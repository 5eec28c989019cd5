/* team.h - regions, teams and their implicit tasks.
 *
 * A parallel region forks threads, gives each an implicit task, and joins them.
 * What a construct needs to know about a thread's place stands in its implicit
 * task; the team holds what its members share.
 */
#ifndef INTERLEAVE_TEAM_H
#define INTERLEAVE_TEAM_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/schedule.h"

/* Internal control variables of one implicit task (OpenMP 5.0, 2.5). The hash
 * of a state takes them as a block: without a gap. */
struct icv {
    uintptr_t allocator; /* def-allocator-var */
    int threads;         /* nthreads-var */
    int schedule, chunk; /* run-sched-var: omp_sched_t, chunk */
    int max_levels;      /* max-active-levels-var */
    int thread_limit;    /* thread-limit-var */
    int default_device;  /* default-device-var */
    int bind;            /* bind-var: omp_proc_bind_t */
    int dynamic;         /* dyn-var; the last */
};

struct team {
    struct team *parent;
    struct team *first; /* of its contention group, at level 0 */
    struct thread *master;
    struct thread *members[MAX_THREADS];
    int size, level, active_level;
    int depth;         /* teams around it; levels begin again in a target region or a league */
    int bind;          /* affinity.c: how its members were placed; 0: where the master is */
    int parent_number; /* the master's number in the parent team */
    void (*function)(void *);
    void *data; /* the argument block of the region */

    struct implicit *outer; /* what the master goes back to at the join */
    struct worker *outer_worker;

    int teams, team_number; /* of the league that it is in: 1, 0 outside of any */
    struct league *league;  /* league.c: it is one of the league's own teams; else NULL */
    bool in_body;           /* league.c: it has come to the body of the teams construct */

    int arrived;           /* at the current barrier */
    unsigned barriers;     /* completed */
    struct order *meeting; /* published by arrivals; NULL: nothing */

    int group_threads; /* level 0: threads of its contention group besides the first */

    int running;       /* members that have not reached the end */
    struct order *end; /* published by members that have; NULL: nothing */

    struct task *root; /* worker.c: the implicit task that all tasks descend from … */
    bool many_roots;   /* … or not */

    /* cancel.c; region_cancelled, workers and cancels follow each other: a step can
     * stand on all of them. */
    struct order *region_order, *share_order; /* what who cancelled published, or NULL */
    uint64_t share_cancelled;  /* barriers + 1 when a worksharing construct was; 0 never */
    uint64_t region_cancelled; /* 1: yes */
    struct worker *workers;    /* worker.c: one a member */
    uint64_t cancels;          /* task_cancel.c: the address that stands for it in steps */
    struct task *tasks;        /* explicit ones that are not complete, latest first */
    struct task *queue;        /* of these, ready but without a thread */
    struct task *queue_end;    /* the last of them */

    struct taskgroup *group; /* reduction.c: of its implicit tasks, or NULL */
    struct copies *copies;   /* reduction.c: of task reductions, that are in use */
    struct clock *pasts;     /* reduction.c: by member, what ran on its worker before */

    struct workshare *first_share; /* of those not all members have left */
    uint64_t span;                 /* machine: longest chain of work that has ended in it */
    uint64_t list_free;            /* machine: since when nobody uses its list of tasks */
    const void *pc;                /* of the region, for reports */
    uintptr_t frame;               /* CFA of the function that encountered it */
    uintptr_t floor;               /* the master's own frames in the region lie below */
};

struct implicit {
    struct team *team;
    int number;
    struct icv icv;
    unsigned shares;         /* worksharing constructs met so far */
    struct workshare *share; /* the one the thread is in, or NULL */
    struct task *task;       /* that runs: its own, or an included one */
    void *chunk;             /* loop.c: position within it */
    bool may_leave;          /* cancel.c: it waits at a barrier that can be cancelled */
    struct implicit *outer;  /* of the enclosing region, restored at its end */
};

/* The initial team of one for the first thread of an execution. */
void team_begin(struct thread *first);

/* Where a region stands, for reports. */
struct origin {
    const void *pc;
    uintptr_t frame;
};

#define ORIGIN ((struct origin){CALLER_PC, CALLER_FRAME})

/* A region: forks, runs function(data) in every member, joins. flags are gcc's:
 * the proc_bind clause. prepare, if not NULL, is called with the new team before
 * its members start (combined constructs set up their work there). */
void team_parallel(void (*function)(void *), void *data, unsigned threads, unsigned flags,
                   struct origin origin, void (*prepare)(struct team *, void *), void *argument);

/* Its first half: team_join() is the second. */
struct team *team_start(void (*function)(void *), void *data, unsigned threads, unsigned flags,
                        struct origin origin, void (*prepare)(struct team *, void *),
                        void *argument);

/* The two halves of a region of exactly `size` threads, if so many are left. In
 * between the running thread is member 0 and does what function(data) does in
 * the others. bind says which places they have (affinity.h). */
struct team *team_fork(void (*function)(void *), void *data, int size, int bind,
                       struct origin origin, void (*prepare)(struct team *, void *),
                       void *argument);
void team_join(struct team *team);

/* The running thread becomes the initial thread of a team of its own, as a
 * target region or a team of a league begins; and goes back. */
struct team *team_alone(void (*function)(void *), void *data, const struct icv *icv,
                        struct origin origin);
void team_not_alone(struct team *team);

/* Internal control variables as a device or a program starts with them. */
struct icv icv_initial(void);

/* Deferred tasks of the running thread's team of one, if it is in one, are done. */
void team_settle(void);

/* A task of the team is complete and has published `done`: who waits at a
 * barrier or at the end of the region may go on. */
void team_task_done(struct team *team, const struct order *done);

/* What a stack below holds after a call is a pattern, not what our own calls left. */
void poison_stack(void);

/* other_teams.c: the program asked for a number of threads, or its own, at pc. */
void threads_counted(const void *pc);

/* The running thread waits for all of its team. */
void team_barrier(const void *pc);

#endif
