/* session.h - one submission before one exercise's check.
 *
 * Stage 1 is test 0, each row of the check is the test of its number. The
 * tests are run in order by cmocka (main.c); what they come to is kept here
 * until the report is written.
 */
#ifndef CHECK_SESSION_H
#define CHECK_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "check/child.h"
#include "check/finding.h"

#define MOST_TESTS 25 /* stage 1 and the rows of an exercise */
#define MOST_FEEDBACK 8

enum test_status { TEST_SKIPPED, TEST_PASSED, TEST_FAILED };

struct test {
    int number, stage, points;
    const char *name;
    const struct row *row; /* NULL: stage 1 */
    enum test_status status;
    enum verdict verdict;
    char *headline, *explanation;
    char *picture, *picture_ascii; /* lines of text, or NULL */
    char *replay;                  /* or NULL */
    int line;                      /* in the submission's source, 0 none */
    bool machine_known;
    struct machine machine;
    char *gantt, *gantt_ascii;
    uint64_t schedules, executions;
    bool counted, complete, explored;
};

struct session {
    /* asked for */
    const char *name;   /* "42-atomic-capture" */
    const char *folder; /* of the original header and starter, or NULL */
    const char *check_path, *source;
    const char *replay; /* an id, or NULL */
    int only_stage;     /* 0: all */
    bool cores;         /* only FOUR_CORES rows, as if all before had passed */

    /* while it runs */
    struct exam exam;
    char object[4096]; /* the submission, compiled */
    char *preprocessed, *compiler;
    bool names_known;        /* the parent can tell places in the sources */
    int chapter;             /* from the name; 0 the preface */
    int failed_stage;        /* the first stage with a failure, 0 none yet */
    uint64_t max_executions; /* of a row's searches; 0: the runtime's own bound */

    struct test tests[MOST_TESTS];
    int test_count;
    char *feedback[MOST_FEEDBACK];
    int feedback_count;
};

/* ---- stage1.c ---------------------------------------------------------------- */

/* Builds the submission and looks at what it contains. */
void run_build(struct session *session, struct test *test);

/* ---- row.c -------------------------------------------------------------------- */

/* Runs one row: each of its inputs with each of its teams. */
void run_row(struct session *session, struct test *test);

/* ---- replay.c ------------------------------------------------------------------- */

/* Runs the one schedule that session->replay names, and tells whether the id
 * belongs to this row. */
void run_replay(struct session *session, struct test *test);

/* The row number at the start of an id ("3" or "3.2", then "-"), the case in
 * it, and the rest; NULL, or why it is no id. */
const char *replay_parse(const char *id, int *row, int *number, const char **rest);

/* malloc'ed. */
char *replay_make(const struct test *test, const struct finding *finding);

/* ---- shared by these ---------------------------------------------------------------- */

void test_fail(struct test *test, enum verdict verdict, const char *headline,
               const char *explanation);
void session_feedback(struct session *session, const char *sentence);

/* Lets places be told: before anything is judged. */
void session_open_places(struct session *session);

/* Cases of a row: as many as it has inputs times teams. */
int case_count(const struct row *row);
struct test_case case_of(const struct row *row, int number);
struct question case_question(const struct test_case *at);

/* ---- report.c -------------------------------------------------------------------------- */

/* The verdict of all: of the first stage with a failure the gravest. */
enum verdict session_verdict(const struct session *session);

/* Writes the JSON document; 0 when all of it was written. */
int report_write(const struct session *session, int descriptor);

#endif
