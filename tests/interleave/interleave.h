/* interleave.h - run a program on the deterministic runtime and ask questions.
 *
 * Load the program (a shared object built by compile.h), then ask. Everything
 * happens in this process, on this thread (but see ask.jobs): whoever asks about
 * code they do not trust forks first. An answer is owned by the caller: answer_free().
 *
 *     interleave_load("build/x.so", &why)
 *     interleave_explore(&ask, &answer)     every schedule that matters
 *     interleave_run(&ask, choices, &answer, &trace)   one schedule, recorded
 *     interleave_machine(&ask, &machine, &answer, &trace)  four virtual cores
 */
#ifndef INTERLEAVE_INTERLEAVE_H
#define INTERLEAVE_INTERLEAVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/trace.h"
#include "interleave/verdict.h"

/* Loads the shared object, remembers its data to put it back before each
 * execution, opens its debugging information. NULL when loaded, else why not
 * (static string). More than one object may be loaded; `reset` says whether its
 * writable data is the program's (a submission) or the host's (a check). */
const char *interleave_load(const char *path, bool reset);

/* Memory of the host that is put back before each execution too. */
void interleave_reset_also(void *start, size_t size);

/* malloc() returns NULL beyond so many bytes in all. */
void interleave_limit_heap(size_t size);

/* Who prints more bytes than that CRASHes. */
void interleave_limit_output(size_t size);

struct ask {
    void (*body)(const void *input);
    const void *input;
    int team;           /* default team (nthreads-var); 0 means 4 */
    int thread_limit;   /* most threads at once; 0 means 64 */
    bool long_runs;     /* a run that meets max_steps is UNDECIDED, not ENDLESS; more of them */
    bool other_teams;   /* a program without a race is run with teams of other sizes too */
    bool plain;         /* every access to data that another thread may reach is a step */
    int jobs;           /* processors that the search may use; 0 means 1, more than 2 are 2 */
    int jobs_from;      /* the round of turns that uses them first; 0 means the default */
    uint64_t max_steps; /* of one execution; 0 means the default in bounds.h */
    uint64_t max_executions; /* of the search; 0 means the default */
    uint64_t cover;          /* of DPOR before random schedules, in case so few are all; 0: none */
    enum { ENGINE_BOTH, ENGINE_DPOR, ENGINE_STATES, ENGINE_RANDOM } engine;
};

/* Called by a body before main(): the constructors of what was loaded, which
 * belong to each execution. */
void interleave_construct(int count, char **arguments, char **environment);

/* A copy of main()'s arguments, made once and put back before each execution: the
 * program may change them. */
char **interleave_arguments(int count, char *const *arguments);

/* Called by a body: what it observed; two executions with equal bytes have the
 * same outcome. Copied. Output printed to stdout belongs to the outcome too. */
void interleave_outcome(const void *bytes, size_t size);

/* A value for the choices of a schedule: which thread goes, or 0 … n-1 chosen
 * for choose_any(). One number a visible step. */
struct choices {
    int *thread; /* malloc'ed */
    int count;
};

struct outcome {
    enum verdict verdict; /* of this way to end: PASS, CRASH, DEADLOCK, ENDLESS */
    void *bytes;          /* what the body reported (malloc'ed) */
    size_t size;
    char *output; /* captured standard output, NUL-terminated (malloc'ed) */
    size_t output_size;
    int exit_status;    /* of main or exit(); 0 otherwise */
    int signal;         /* CRASH: SIGSEGV, SIGABRT …, else 0 */
    char *message;      /* CRASH, DEADLOCK, ENDLESS: what happened, for a learner (malloc'ed) */
    char *complaint;    /* the first 200 bytes on standard error, or NULL (malloc'ed) */
    uint64_t schedules; /* complete interleavings that end this way; UINT64_MAX "more than 2^63" */
    struct choices choices; /* the simplest schedule found: fewest preemptions, then steps */
    int preemptions, steps;
    bool race; /* that schedule shows a race */
};

struct access { /* one side of a race */
    const void *pc;
    int thread, number;
    bool write, atomic;
    bool task;           /* thread is the lane of an explicit task */
    const void *made_at; /* of a task: the construct that made it */
    bool leaves;         /* not an access: the function returns, its variables are gone */
    uint32_t size;
};

struct race {
    char name[64]; /* of the variable, "" unknown */
    uintptr_t address;
    struct access first, second;
    unsigned lane[2]; /* two lanes of one simd loop: which iterations of it, from 1; else 0 */
    bool any_order;   /* the loop has order(concurrent) instead */
    int team; /* the size of the default team that showed it, when it is not the one asked for */
};

struct answer {
    enum verdict verdict;     /* RACE, CRASH, DEADLOCK, ENDLESS, LEAK, VARIES, UNDECIDED, PASS */
    bool complete;            /* every schedule that matters was covered */
    bool cut;                 /* an execution was stopped at a bound; message says which */
    bool counted;             /* schedules and outcome[].schedules are exact */
    uint64_t schedules;       /* complete interleavings of the visible steps */
    uint64_t executions;      /* complete runs of the search, random pass not counted */
    bool weak_atomics;        /* some atomic was weaker than seq_cst: complete under SC only */
    int widest_team;          /* 1: nothing ever ran beside anything */
    struct outcome *outcomes; /* distinct, ordered by first appearance in the search */
    int outcome_count;
    struct race *races; /* distinct by the pair of lines and the variable */
    int race_count;
    char *message; /* what bound was met, or what is not supported; else NULL */
    int worst;     /* index of the outcome that shows the verdict, -1 none */
};

/* Searches every schedule that matters. Returns 0, or -1 with answer->message
 * when the program needs something that is not there ([internal] or unsupported). */
int interleave_explore(const struct ask *ask, struct answer *answer);

/* One execution along choices (NULL: the first schedule: a thread runs until it
 * blocks, then the lowest goes), recorded in trace when that is not NULL. When
 * the choices cannot be followed, answer->message says which step and why; with
 * `strict` a schedule that ends before the program does is such a fault, else
 * the rest follows the first schedule. */
int interleave_run(const struct ask *ask, const struct choices *choices, bool strict,
                   struct answer *answer, struct trace *trace);

struct machine {
    int cores; /* in: 1 … 64 */
    /* out, in virtual nanoseconds; 1 unit of work() is 1000 */
    uint64_t makespan;
    uint64_t serial;                /* makespan of the same work() with one thread on one core;
                                     * 0 when the program did not end */
    uint64_t work;                  /* sum of all busy time */
    uint64_t span;                  /* longest chain of work that nothing could shorten */
    uint64_t busy[64], waiting[64]; /* of each core */
    int64_t units_by_thread[64];    /* work() units by thread slot */
    uint64_t lock_waiting;          /* sum over threads */
    uint64_t false_cost;            /* transfers of all falsely shared lines together */
    struct shared_line {
        char name[2][64];   /* of the variables most fought over on it */
        uint64_t transfers; /* times the line changed cores */
        uint64_t cost;      /* virtual time that took */
        bool is_false;      /* their bytes differ */
        const void *pc[2];
    } lines[8]; /* most costly first */
    int line_count;
};

int interleave_machine(const struct ask *ask, struct machine *machine, struct answer *answer,
                       struct trace *trace);

/* Units of work() by thread slot in the last execution. */
const int64_t *interleave_units(void);

/* A labelled visible step of a body; a choice of 0 … n-1; see check.h. */
void interleave_label(const char *label);
int interleave_choose(int n);
void interleave_work(int units);
void interleave_pause(int units);
void interleave_poll(void);
void interleave_watch(const char *name, const void *address, size_t size, char type);
int interleave_locks_open(void);       /* prepared by omp_init_… and not destroyed */
int interleave_blocks_open(void);      /* that the program has allocated and not freed */
void *interleave_scratch(size_t size); /* zeroed, of this execution's heap */

void answer_free(struct answer *answer);
void choices_free(struct choices *choices);

/* A replay id and back: "12-0101…" with the major version of gcc that built the
 * program, then one character a choice (0-9a-z, runs shortened: 0*12.). The
 * string is malloc'ed. Reading returns NULL, or why not, with the position. */
char *choices_id(const struct choices *choices);
const char *choices_read(const char *id, struct choices *choices);

#endif
