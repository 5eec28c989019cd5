/* result.h - the one result model. Every format is a writer of it.
 *
 * A checker's report (JSON) is read strictly: what does not fit the model makes
 * the result INTERNAL, never a learner's fault.
 */
#ifndef GRADE_RESULT_H
#define GRADE_RESULT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "grade/exercise.h"
#include "grade/house.h"

enum status { STATUS_PASSED, STATUS_FAILED, STATUS_SKIPPED };

/* One row of a check. Strings belong to the report; "" when it has none. */
struct test {
    int number; /* 0: it builds */
    int stage;  /* 1 … 4 */
    int points;
    enum status status;
    const char *name, *verdict, *headline, *explanation, *replay, *file;
    int line;                              /* 0 unknown */
    const json_t *picture, *picture_ascii; /* arrays of lines, or NULL */
    const json_t *machine;                 /* object, or NULL */
};

struct result {
    const struct exercise *exercise;
    char *submission;    /* path of the learner's file */
    char *problem;       /* why there is nothing to judge (no file …), else NULL */
    char *problem_short; /* the same in a few words, for a table */
    char *internal;      /* why the checker has no answer: our fault, else NULL */
    char *refused;  /* the checker did not understand the request (a replay id …), else NULL */
    json_t *report; /* the checker's document, or NULL */
    const char *verdict; /* "" with a problem */
    int stars, points, score;
    struct test *tests;
    int test_count;
    const char *compiler;   /* what gcc said; "" nothing */
    const json_t *feedback; /* array of sentences, or NULL */
};

struct results {
    struct result *item;
    int count;
};

/* Reads a report into result. False, with result->internal set, if it is none. */
bool result_read(struct result *result, const char *text, size_t size);

bool result_passes(const struct result *result);
bool result_untouched(const struct result *result); /* the starter, unchanged */

/* The row that a reader should see first: the one that gave the verdict. NULL: none. */
const struct test *result_worst(const struct result *result);

/* 0 all pass, 1 some fail, 2 something could not be read, 70 internal. */
int results_exit(const struct results *results);

/* What a verdict means, in one sentence (verdict.h). */
const char *verdict_sentence(const char *name);
bool verdict_exists(const char *name);

void results_free(struct results *results);

/* ---- Writers: one format, one file ------------------------------------- */

enum view {
    VIEW_LIST,  /* a line each, and what to do next */
    VIEW_FULL,  /* each in full: they were asked for by name */
    VIEW_CORES, /* only what the virtual cores did */
};

void write_text(FILE *out, const struct results *results, const struct house *house,
                const struct request *request, enum view view);
void write_json(FILE *out, const struct results *results);
void write_junit(FILE *out, const struct results *results);

#endif
