/* child.h - the process that runs learner's code and reports observations.
 *
 *     child_start(&child, &exam)
 *     child_ask(&child, &question, &reply, &death)    as often as needed
 *     child_end(&child)
 *
 * One child answers the questions of one row: a crash that the runtime could
 * not catch, an early exit, a forged reply costs this row and nothing else.
 */
#ifndef CHECK_CHILD_H
#define CHECK_CHILD_H

#include <sys/types.h>

#include "check/check.h"
#include "check/reply.h"

/* The two objects that a child works with. */
struct exam {
    const struct exercise *exercise; /* of the check's object, in this process */
    const char *check_path;
    const char *submission_path; /* the shared object, not the source */
    void *per_run;               /* the check's PER_RUN variables */
    size_t per_run_size;
};

struct question {
    enum { ASK_ONE, ASK_EVERY, ASK_MACHINE, ASK_TURNS } kind;
    const struct row *row;
    const void *input;
    int team;
    int cores;
    const struct choices *choices; /* ASK_ONE: along these; NULL: the first schedule */
    bool traced;
    uint64_t max_executions; /* ASK_EVERY; 0: the runtime's own bound */
    bool with_units;         /* units by thread are part of an outcome */
};

struct child {
    pid_t pid;
    int descriptor;
};

/* Why there is no reply. */
struct death {
    enum verdict verdict; /* CRASH, or INTERNAL when a guard cut it */
    char message[512];    /* headline, and explanation after a newline */
};

/* Returns 0, or -1 with errno. */
int child_start(struct child *child, const struct exam *exam);

/* Rows and inputs must have been there before child_start(). Returns 0 with a
 * reply, to be given to reply_free(), or -1 with the reason; then only
 * child_end() is left. */
int child_ask(struct child *child, const struct question *question, struct reply *reply,
              struct death *death);

/* Ends it, whatever it does. */
void child_end(struct child *child);

#endif
