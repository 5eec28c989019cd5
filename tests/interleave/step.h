/* step.h - a person is the scheduler.
 *
 * The policy behind `step`: at each visible step it shows who stands before
 * what and asks a person which thread goes. How that is shown and asked is the
 * person's affair (a terminal, a test, a page). To take a step back the program
 * runs again from the start, along the choices that are left.
 */
#ifndef INTERLEAVE_STEP_H
#define INTERLEAVE_STEP_H

#include "interleave/interleave.h"
#include "interleave/trace.h"

/* A thread, and what it would do next or waits for. */
struct stand {
    int thread;              /* slot: its lane, and the choice */
    bool can;                /* it may go */
    int line;                /* of the program; 0 unknown */
    const char *file, *text; /* source line; valid while the program is loaded */
    char does[160];          /* "reads seats", "waits for a barrier" */
};

enum { MOST_STANDS = 64 };

struct step_view {
    const struct trace *trace;  /* the steps so far */
    const struct stand *stands; /* ascending by thread */
    int count;
    int first;  /* whom the first schedule would take */
    int values; /* not 0: what is chosen is a value below this, for choose_any() */
    int taken;  /* choices so far */
};

/* Answers that are no thread. */
enum { STEP_UNDO = -2, STEP_RUN_ON = -3, STEP_QUIT = -4 };

struct step_person {
    /* A thread that can go (or a value), or one of the answers above. Others are
     * asked for again. */
    int (*choose)(struct step_person *person, const struct step_view *view);
    /* The program has ended: STEP_UNDO goes on before the last choice, all else
     * is the end. */
    int (*ended)(struct step_person *person, const struct answer *answer, const struct trace *trace,
                 const struct choices *taken);
};

/* Runs the program as the person says. 0, or -1 with answer->message as
 * interleave_explore(). taken: the choices of the last run, of a part of it when
 * the person quit; then *quit is true and the answer is empty. */
int interleave_step(const struct ask *ask, struct step_person *person, struct answer *answer,
                    struct trace *trace, struct choices *taken, bool *quit);

#endif
