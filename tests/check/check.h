/* check.h - what a check.c may say.
 *
 * A check.c describes one exercise: bodies (what the submission is asked to
 * do), rows (at which stage, with which inputs and teams, for how many points)
 * and judges (what must have been observed). It is compiled to a shared object
 * that build/checker loads; each row becomes one cmocka test.
 *
 *   - A BODY runs in a sandboxed child, on interleave, once for every
 *     schedule. It calls the submission's functions directly and reports what
 *     happened with observe(). It starts from nothing each time: it may read
 *     check.c's globals, but keeps what it changes in automatic variables, in
 *     memory from scratch(), or in globals marked PER_RUN.
 *   - A JUDGE runs in the parent, never beside the submission. It is called
 *     once for every distinct outcome and says what was wanted. It decides
 *     nothing about threads: races, deadlocks, crashes and speedups are found
 *     by the stage itself.
 *
 * A complete check.c:
 *
 *     #include "check.h"
 *     #include "atomic_capture.h"
 *
 *     static void two_buyers(const void *input)
 *     {
 *         (void)input;
 *         struct show show = {.seats = 1};
 *         int ticket[2];
 *         watch("seats", show.seats);
 *         #pragma omp parallel num_threads(2)
 *         ticket[omp_get_thread_num()] = book(&show);
 *         observe("tickets", ticket[0] + ticket[1]);
 *     }
 *
 *     static void one_ticket(const void *input, struct seen *seen)
 *     {
 *         (void)input;
 *         want(seen, "tickets", 1, "%lld tickets are sold for one seat",
 *              seen_value(seen, "tickets"));
 *     }
 *
 *     const struct exercise exercise = {
 *         .stars = 2,
 *         .rows = {
 *             {EVERY_SCHEDULE, "two buyers, one seat", .points = 5,
 *              .body = two_buyers, .judge = one_ticket, .lanes = "buyer"},
 *         },
 *     };
 *
 * Messages are whole sentences in lower case without the final stop; the
 * report puts "4 of 6 schedules: " or nothing before them. What follows a
 * newline in a message is the explanation, shown below the picture.
 */
#ifndef CHECK_H
#define CHECK_H

#include <omp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/verdict.h"

/* A body's variables stay in memory, where the runtime sees them when it asks
 * whether a thread has been here before. A loop counter kept in a register
 * would look like no progress. */
#pragma GCC optimize("O0")

/* The check and the checker are both built with hidden names; these meet. */
#pragma GCC visibility push(default)

/* ---- Describing an exercise ------------------------------------------- */

enum stage {
    ONE_SCHEDULE = 2,   /* one fixed schedule, every input and team size; the body is run
                           twice, and both runs are judged */
    EVERY_SCHEDULE = 3, /* every interleaving of small inputs */
    FOUR_CORES = 4      /* the virtual machine, in virtual time */
    /* Stage 1 (build) needs no row. Stage 5 (real threads, libgomp) runs the
     * ONE_SCHEDULE rows again in a program of its own, for the tests only. */
};

struct seen;  /* what one outcome looked like; see "Judging" */
struct turns; /* a schedule given by the learner; see "Given schedules" */

struct row {
    enum stage stage;
    const char *name; /* what is tried, as a learner reads it */
    int points;

    void (*body)(const void *input);
    void (*judge)(const void *input, struct seen *seen); /* or NULL */

    /* INPUTS(array): the body is run once for each element; without it once,
     * with input NULL. */
    const void *inputs;
    size_t input_size;
    int input_count;

    /* TEAMS(1, 2, 4): sizes of the default team (what `parallel` gets without
     * num_threads); the row is run for each. Without it: 4. */
    const int *teams;

    /* Titles of the lanes: "buyer" gives "buyer 0", "buyer 1"; with
     * .letters "buyer A", "buyer B". Without it: "thread 0". */
    const char *lanes;
    bool letters;

    /* The verdict that passes; without it PASS. (Exercise 47 wants ATOMICITY;
     * write .pass_on = ATOMICITY.) */
    enum verdict pass_on;

    /* EVERY_SCHEDULE: no two threads on any input is fine (else SERIAL). */
    bool serial_is_fine;

    /* The schedule comes from the learner; see "Given schedules". Every
     * access to shared data and every step() is then a step of it. */
    void (*schedule)(const void *input, struct turns *turns);

    /* FOUR_CORES: number of cores (without it 4), and the least speedup
     * against one thread on one core that passes (without it none). Other
     * goals are the judge's: see seen_makespan(). */
    int cores;
    double speedup;
};

#define INPUTS(array)                                                                              \
    .inputs = (array), .input_size = sizeof *(array),                                              \
    .input_count = (int)(sizeof(array) / sizeof *(array))
#define TEAMS(...)                                                                                 \
    .teams = (const int[]) { __VA_ARGS__, 0 }

struct exercise {
    int stars; /* 1 to 4 */

    /* Further libc functions that the submission may call, separated by
     * blanks. omp_*, the provided functions of slug.h and a safe part of libc
     * (memory, strings, printf to stdout, math) are always allowed. */
    const char *allow;

    /* Directives of OpenMP that the README asks to do without, separated by blanks. */
    const char *without;

    struct row rows[24]; /* ends at the first row without a name */
};

/* Every check.c defines this. */
extern const struct exercise exercise;

/* A function that slug.h promises and check.c defines for the submission to
 * call (`PROVIDED void serve(int order) {…}`). Without it nothing of check.c
 * is visible to the submission. */
#define PROVIDED __attribute__((visibility("default")))

/* A global of check.c that bodies or provided functions change: it is put back
 * to its initial value before every execution. */
#define PER_RUN __attribute__((section("per_run")))

/* ---- In a body, or a provided function -------------------------------- */

/* Reports a value by name. The last report of a name counts. Names are what a
 * learner would call the thing: "tickets", "seats left". */
void observe(const char *name, long long value);
void observe_double(const char *name, double value);
void observe_text(const char *name, const char *text);             /* copied; NULL is told apart */
void observe_ints(const char *name, const int *values, int count); /* copied */

/* Shows a variable as a column beside the lanes and names it in reports. The
 * variable must live as long as the body. Integers of any size, double. */
#define watch(name, variable)                                                                      \
    watch_memory((name), &(variable), sizeof(variable),                                            \
                 _Generic((variable), float                                                        \
                          : 'f', double                                                            \
                          : 'f', default                                                           \
                          : 'i'))
void watch_memory(const char *name, const void *address, size_t size, char type);

/* size zeroed bytes for this execution, freed with it. Never NULL. */
void *scratch(size_t size);

/* Locks that omp_init_lock() has prepared and omp_destroy_lock() has not yet
 * destroyed. */
int locks_open(void);

/* Keeps a core busy for so many units of virtual time. In slug.h as
 * `void work(int units);` where an exercise needs it. */
PROVIDED void work(int units);

/* Waits so many units of virtual time and leaves the core free. */
PROVIDED void pause_for(int units);

/* How a thread that found nothing to do waits before it looks again. */
PROVIDED void pause_briefly(void);

/* A labelled step of a body written without learner's code (exercise 01): the
 * thread stands before it until the schedule lets it go on. The label is what
 * its lane shows. */
void step(const char *label);

/* One of 0 … n-1, every one of them explored (the coin of `select`). */
int choose_any(int n);

/* A variable that the submission defines (functions are simply called):
 *     const char *order = SUBMITTED(const char *, order);
 * In a body or a schedule function only. */
#define SUBMITTED(type, name) (*(type *)submitted_symbol(#name))
void *submitted_symbol(const char *name); /* absent: verdict BUILD, named */

/* Number of elements of a submitted array. */
#define SUBMITTED_COUNT(type, name) (submitted_size(#name) / sizeof(type))
size_t submitted_size(const char *name);

/* ---- Judging ----------------------------------------------------------- */

/* What was observed. An unreported name is an author's fault: [internal]. */
long long seen_value(const struct seen *seen, const char *name);
double seen_double(const struct seen *seen, const char *name);
const char *seen_text(const struct seen *seen, const char *name); /* NULL as reported */
const int *seen_ints(const struct seen *seen, const char *name, int *count);
bool seen_has(const struct seen *seen, const char *name);

int seen_team(const struct seen *seen);   /* size of the default team in this run */
int seen_widest(const struct seen *seen); /* of the largest team that ran; 1: none did */

/* Says what is wrong with this outcome. The first call counts: it gives the
 * headline; later calls for the same outcome are ignored. Returns false. */
bool fault(struct seen *seen, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* fault() unless the value is the expected one. Returns whether it is. */
bool want(struct seen *seen, const char *name, long long expected, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* fault() unless all values are; names the first that differs. The format may
 * be NULL: "slot 3 is 0, expected 7" with name "slot". */
bool want_ints(struct seen *seen, const char *name, const int *expected, int count);

/* Says which verdict the fault deserves when it is not what the stage would
 * give (WRONG, or ATOMICITY in a race-free submission that is right in some
 * schedule): SERIAL, SLOW, LEAK. Call it before fault(). */
void fault_is(struct seen *seen, enum verdict verdict);

/* Units of work() done in all, and by thread 0 … 63. In every stage. */
long long seen_work(const struct seen *seen);
long long seen_work_of(const struct seen *seen, int thread);

/* Wrong amount of work tells which construct is missing: with `done` tasks of
 * which `needed` were to be done, fault() says "all four threads ran all 16
 * tasks: 640 units of work, 160 needed" and so on. True when equal. */
bool want_work(struct seen *seen, long long needed);

/* FOUR_CORES only, in units of work(). */
double seen_makespan(const struct seen *seen);       /* virtual time from start to end */
double seen_speedup(const struct seen *seen);        /* one thread on one core / this */
double seen_busy(const struct seen *seen, int core); /* time this core worked */

/* ---- Given schedules --------------------------------------------------- */

/* In row.schedule (which runs in the child and reads the learner's answer with
 * SUBMITTED). Thread numbers are those of the body's one region. A turn of a
 * thread that has finished, a thread that does not exist, a schedule that ends
 * too early: each is WRONG with the step named; check.c need not look. */
void turn(struct turns *turns, int thread, int steps);

/* A letter a step, 'A' is thread 0. Unknown letters are refused by position.
 * text NULL or "" is refused too. */
void turns_from_letters(struct turns *turns, const char *text, int threads);

/* The answer cannot be a schedule: WRONG with this message. */
void refuse(struct turns *turns, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Of the schedule that was run, in the judge: */
int seen_steps(const struct seen *seen);    /* visible steps taken */
int seen_switches(const struct seen *seen); /* changes of thread between them */
/* Thread (0 …) and source text of step i; text is "" outside learner's and header's lines. */
int seen_step_thread(const struct seen *seen, int i);
const char *seen_step_text(const struct seen *seen, int i);

#pragma GCC visibility pop

#endif
