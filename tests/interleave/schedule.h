/* schedule.h - the stage: threads, and one step at a time.
 *
 * The one idea: run threads until each stands before its next visible step,
 * then ask a policy who goes next. Exploring, replaying, the learner at the
 * keyboard, random trials and the virtual cores are policies; the constructs
 * (team, worksharing, exclusion) know none of them. A construct says when a
 * thread is blocked and what wakes it, and nothing else:
 *
 *     stand(step)    before an effect that other threads can see: returns when
 *                    the policy lets this thread go on; then do the effect
 *     block(wait)    until somebody calls wake(thread)
 *     release(order) publishes what this thread did so far
 *
 * Everything here belongs to one execution and is put back by stage_run().
 */
#ifndef INTERLEAVE_SCHEDULE_H
#define INTERLEAVE_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/fiber.h"
#include "interleave/order.h"
#include "interleave/trace.h"
#include "interleave/verdict.h"

enum step_kind {
    STEP_READ,
    STEP_WRITE,
    STEP_UPDATE,  /* memory */
    STEP_ACQUIRE, /* enabled while the lock is free */
    STEP_TRY,     /* omp_test_lock: enabled always */
    STEP_RELEASE, /* only of locks that somebody tries */
    STEP_GRAB,    /* a chunk, a section, the single, a stream: an object all write */
    STEP_START,   /* of a task: enabled while a worker of its team is free */
    STEP_YIELD,   /* taskyield: enabled while no other task is on its worker */
    STEP_LABEL,   /* step() of a check: conflicts with every other label */
    STEP_EXIT,    /* ends the program: conflicts with every other step */
    STEP_GO       /* machine: conflicts with nothing, waits for its time */
};

struct lock;

struct step {
    enum step_kind kind;
    bool writes;   /* conflicts with reads too */
    bool plain;    /* an access that is a step because it was raced on */
    uint32_t size; /* of the object, bytes */
    uintptr_t object;
    const void *pc;    /* return address in the program */
    uintptr_t cfa;     /* the program's stack pointer there */
    struct lock *lock; /* STEP_ACQUIRE */
    const bool *spent; /* STEP_GRAB: nothing is left, it only looks; or NULL */
    const char *label; /* STEP_LABEL */
};

enum thread_state {
    THREAD_NONE,     /* slot not in use */
    THREAD_FRESH,    /* has work to do before its next visible step */
    THREAD_STANDING, /* before thread->next */
    THREAD_BLOCKED,  /* until wake() */
    THREAD_SPINNING, /* until something it read is written */
    THREAD_OVER      /* its function returned */
};

enum wait_kind {
    WAIT_NONE,
    WAIT_BARRIER,
    WAIT_JOIN,
    WAIT_ORDERED,
    WAIT_COPYPRIVATE,
    WAIT_CHANGE,
    WAIT_TASK,
    WAIT_ITERATION
};

#define SPIN_MEMORY 16

struct thread {
    int slot; /* its number in schedules: lowest that was free */
    enum thread_state state;
    struct step next;     /* while STANDING */
    enum wait_kind waits; /* while BLOCKED */
    const void *waits_pc;
    uintptr_t waits_on; /* the object, for reports */
    struct fiber fiber;
    int strand;          /* its component in clocks: strand.h */
    bool late;           /* the past of its slot is not known to it */
    bool fenced, loaded; /* fence, pending hold something */
    bool fused;          /* its last atomic load began an update: see atomics.c */
    uintptr_t load;      /* that load: where from */
    const void *load_pc; /* and by which instruction */

    /* OpenMP's view; team.c */
    struct team *team;
    int number;                /* in the team */
    int tls_slot;              /* whose threadprivate block it has: its worker's */
    struct task *task;         /* the explicit task that it was made for, or NULL */
    struct worker *worker;     /* worker.c: that it runs on */
    struct thread *below;      /* that waits on this worker meanwhile */
    unsigned in_lane;          /* lanes.c: in an iteration of a loop without order; by kind */
    bool yielded;              /* a taskyield since it last made progress: spin.c */
    bool resumes;              /* what it waited for has come, its worker is not free */
    uintptr_t lends;           /* deepest frame that made a task; 0 none: frame_end.h */
    uintptr_t region_low;      /* low end of the frame of its region's function, which has
                                  ended and made tasks; 0 none: frame_end.h */
    bool recycle;              /* its slot is free when it is over */
    struct implicit *implicit; /* ICVs and worksharing position */

    /* spinning; spin.c */
    uint64_t seen[SPIN_MEMORY]; /* local states since its last write */
    unsigned seen_count;
    unsigned looks;               /* and how many there were in all */
    uint64_t anchor;              /* that of the last look whose number is a power of two */
    uintptr_t reads[SPIN_MEMORY]; /* objects read since then */
    unsigned read_count;
    bool asked_time;        /* it has asked what time it is since then */
    unsigned patience;      /* so often time had to pass for it */
    bool spins_forever;     /* nothing it reads can be written any more */
    uint64_t last_progress; /* stage.steps at its last visible step or write */

    /* machine.c */
    uint64_t clock;      /* virtual nanoseconds */
    int core;            /* that it runs on, or -1 */
    int last_core;       /* before that */
    uint64_t slice;      /* of its time slice used */
    bool half;           /* of COST_PLAIN used */
    bool fetched;        /* a line comes with the lock that it has taken */
    uint64_t busy_since; /* its turn on the core began */
    uint64_t blocked_at; /* its clock when it began to wait */
    uint64_t span;       /* longest chain of work up to here */
    int64_t units;       /* work() done */

    void (*entry)(void *); /* what it runs */
    void *argument;

    /* Last, for they are large: put back by hand. */
    struct order order;
    struct clock fence;   /* what the last release fence published */
    struct clock pending; /* what relaxed loads read, for an acquire fence */
};

/* Who goes next. enabled is a set of slots, never empty; `last` is the slot of
 * the step before, or -1. Returns a member of enabled, or STOP to abandon the
 * execution. */
#define POLICY_STOP (-1)

struct policy {
    int (*choose)(struct policy *policy, uint64_t enabled, int last);
    /* One of 0 … n-1, or POLICY_STOP. */
    int (*value)(struct policy *policy, int n);
    /* The chosen step is about to be done. May be NULL. */
    void (*step)(struct policy *policy, struct thread *thread);
    int max_visible;      /* most visible steps of an execution; 0: MAX_VISIBLE */
    bool compares_states; /* looks at all that the race detector knows */
    /* The next execution starts at its beginning, or before its choice `depth`, which
     * checkpoint_save() was told of; -1: at its beginning. NULL: it always does. */
    void (*start)(struct policy *policy, int depth);
    bool every_step; /* wants to be asked when only one thread is alive too (machine) */
};

enum ending {
    END_RETURNED, /* the body returned, or exit() was called */
    END_STOPPED,  /* the policy abandoned it */
    END_CRASH,
    END_DEADLOCK,
    END_ENDLESS,
    END_BOUND, /* max_visible or max_steps */
    END_UNSUPPORTED
};

struct stage {
    struct thread threads[MAX_THREADS];
    struct thread *self; /* the thread that runs */
    struct fiber host;
    int alive;                /* threads that are not NONE or OVER */
    int regions;              /* open regions with a team of two and more */
    uint64_t fresh, standing; /* sets of slots */
    int last;                 /* slot of the last visible step */
    struct policy *policy;

    uint64_t steps; /* basic blocks and accesses so far */
    uint64_t max_steps;
    bool long_runs;     /* to meet max_steps is no sign of an endless loop */
    uint64_t effort;    /* what else took time, in basic blocks; see explore.c */
    int visible;        /* visible steps so far */
    int preemptions;    /* switches away from a thread that could go on */
    uint64_t execution; /* number of this execution: stamps the shadow */

    enum ending ending;
    int exit_status, signal;
    char message[512];
    const void *message_pc;
    uintptr_t fault_address;

    uint64_t lanes_until; /* the last execution in which simd loops are judged */
    int team_default, thread_limit;
    bool default_team;       /* a region left its size to the runtime */
    bool looks_for_counting; /* other_teams.c: wants to know of the next */
    bool counts_threads;     /* the program asks for numbers of threads itself */
    int teams, teams_limit;  /* omp_set_num_teams, omp_set_teams_thread_limit; 0: not set */
    int widest;              /* widest team of two and more, else 1 */
    bool weak_atomics;
    bool tasks_wait;     /* a task waits for tasks below it */
    bool tasks_hold;     /* one holds its worker for another reason */
    bool crowded;        /* more tasks at once than can be told apart: not every order was tried */
    bool machine;        /* costs are counted */
    struct trace *trace; /* or NULL */
    bool explain;        /* names and sentences are wanted */
    uint64_t resumed;    /* executions that went on from a checkpoint, of all */
};

extern struct stage stage;

/* What the execution took so far, in basic blocks, so that no clock is asked: without
 * its visible steps, and with them. Each is worth some thirty, an execution some two
 * hundred. */
static inline uint64_t stage_took(void) { return stage.steps + stage.effort; }
static inline uint64_t stage_effort(void)
{
    return stage_took() + (uint64_t)stage.visible * 30 + 200;
}

/* Runs body(input) once under the policy, from the initial state of the
 * program. What happened is in `stage` afterwards. */
void stage_run(void (*body)(const void *), const void *input, struct policy *policy);

/* To its next visible step, or its end. */
void thread_run(struct thread *thread);

/* after_crash.c: all threads that are on their way to their next visible step, and
 * tasks that could start. */
void run_after_crash(void);

/* Ends the execution from within, as said. Does not return. */
_Noreturn void stage_end(enum ending ending, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* ---- for constructs ---------------------------------------------------- */

/* Stands before a visible step. Outside regions it returns at once. */
void stand(const struct step *step);

/* Stands before the end of the program: the others get as far as they may. */
void stand_before_exit(const void *pc, uintptr_t cfa);

/* On the machine: when its turn comes, and with a core. */
void go_on(void);

/* Waits for wake(). `on` and pc are for the report of a deadlock. */
void block(enum wait_kind why, uintptr_t on, const void *pc);
void wake(struct thread *thread);

/* A thread in the first free slot whose former life is ordered before the
 * parent, else in any that is free; NULL when MAX_THREADS or the limit is
 * reached. */
struct thread *thread_new(void (*entry)(void *), void *argument);
void thread_free(struct thread *thread);
/* The host goes on; returns when the running thread has its turn again. */
void stage_to_host(void);
/* The running thread is over, wherever it stands; as if its entry had returned. */
_Noreturn void thread_end(void);
/* As it was before it was ever used. */
void thread_forget(struct thread *thread);
/* The same, ordered after what `order` knows only. */
struct thread *thread_new_after(void (*entry)(void *), void *argument, const struct order *order);

/* Is that the stack of the host, who chooses, and not of a thread? */
bool stage_is_host(uintptr_t stack_pointer);

/* Zeroed memory of this execution; never fails short of [internal]. */
void *stage_alloc(size_t size);

/* Of so many bytes: may be used again once there are many (stage_frees()). */
void stage_free(void *block, size_t size);
bool stage_frees(void);

/* Publishes what the running thread did so far in *into (replacing it), and
 * starts its next epoch. */
void order_release(struct order *into);
/* As order_release, but keeps what *into already holds. */
void order_release_join(struct order *into);
void order_acquire(const struct order *from);

/* A recorded event of the running thread, or NULL when nothing is recorded. */
struct event *record(enum event_kind kind, const void *pc);
/* A visible one in words of its own; NULL: its statement says it. */
void record_label(const char *label, const void *pc);

/* True when a step can be done now. */
bool step_enabled(const struct thread *thread);

/* Does it change what it is about, as things stand now? */
static inline bool step_writes(const struct step *step)
{
    return step->writes && !(step->spent && *step->spent);
}

bool steps_conflict(const struct step *a, const struct step *b);

/* The running execution was stopped: host code that loops must return to it. */
void stage_tick_overflow(void);

#endif
