/* finding.h - what one row came to, in words and numbers. */
#ifndef CHECK_FINDING_H
#define CHECK_FINDING_H

#include <stdbool.h>
#include <stdint.h>

#include "check/check.h"
#include "check/reply.h"

/* One case of a row: an input and a size of the default team. */
struct test_case {
    const struct row *row;
    int number;       /* 0 …, in the row */
    int input_number; /* 0 … */
    const void *input;
    int team;
};

struct finding {
    enum verdict verdict;
    char headline[1024];
    char explanation[4096];
    struct test_case at;    /* where it was found */
    struct choices choices; /* the schedule that shows it (owned) */
    bool has_choices;
    int outcome;   /* index in the reply's outcomes, -1 none */
    int race;      /* index in the reply's races, -1 none */
    bool pictured; /* the schedule says something: draw it */
};

void finding_free(struct finding *finding);

/* ---- judge.c -------------------------------------------------------------- */

/* What the reply about one case comes to: the runtime's findings, then the
 * row's judge on each outcome. Returns false when the judge needs the units of
 * work by thread, which this reply lacks: ask again with them. */
bool judge_case(const struct test_case *at, const struct reply *reply, struct finding *finding);

/* ---- cores.c ---------------------------------------------------------------- */

/* FOUR_CORES: is the row's speedup reached, and if not, why? Changes a finding
 * that is PASS. */
void judge_speedup(const struct test_case *at, const struct reply *reply, struct finding *finding);

/* One sentence about what cost the most time, "" when nothing stands out. */
void machine_says(const struct machine *machine, char *text, int room);

/* serial / makespan. */
double machine_speedup(const struct machine *machine);

/* ---- words.c ------------------------------------------------------------------ */

/* "buyer 0", "buyer A", "thread 3". */
const char *row_lane(const struct row *row, int thread, char *text, int room);

/* A copy of text with "thread 3" replaced by the lane's title, in room. */
void lane_words(const struct row *row, const char *from, char *text, int room);

/* Splits a judge's message into headline and explanation. */
void split_message(struct finding *finding, const char *message);

/* "4 of 6 schedules: ", "in some schedules: " or "". */
void count_prefix(char *text, int room, const struct answer *answer, uint64_t failing);

/* Adds what a verdict means, if nobody explained it, and where the book
 * teaches it when the exercise stands before that chapter. */
void explain_verdict(struct finding *finding, int chapter);

/* Adds a paragraph to the explanation. */
void explain(struct finding *finding, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* ---- picture.c ------------------------------------------------------------------ */

/* Marks the step that went wrong in the trace of a finding's schedule, and
 * says where it stands: a line of the submission's source, or 0. */
int picture_mark(struct trace *trace, const struct finding *finding, const struct race *race,
                 const char *source);

/* The lanes or the Gantt chart as lines of text (malloc'ed), long ones cut in
 * the middle; NULL when there is nothing to draw. */
char *picture_lanes(const struct trace *trace, const struct row *row, bool ascii);
char *picture_gantt(const struct trace *trace, const struct row *row, bool ascii);

#endif
