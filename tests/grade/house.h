/* house.h - where everything lies, and what this run was asked for.
 *
 * In a checkout the tools are in build/, beside `grade` itself. Installed, they
 * are in PREFIX/libexec/four-cores-one-seat/, the exercises in
 * PREFIX/share/four-cores-one-seat/. GRADE_HOME names another checkout.
 */
#ifndef GRADE_HOUSE_H
#define GRADE_HOUSE_H

#include <stdbool.h>

#include "grade/exercise.h"
#include "grade/screen.h"

struct house {
    char *home;  /* the checkout; "." when it is the current folder */
    char *tools; /* checker and checks/ lie here */
    char *checker;
    char *originals;   /* starters and headers as they were handed out */
    char *submissions; /* where the learner works, unless --from says otherwise */
    char *state;       /* which hints were shown */
    char *command;     /* how grade was called, as a reader can call it again */
    struct exercises exercises;
};

struct request {
    const char *from;   /* folder of the submissions */
    bool from_given;    /* not the learner's own exercises/ */
    const char *format; /* text, json, junit */
    const char *output; /* file, or NULL for standard output */
    bool plain;
    int jobs;
    long times;   /* run -n */
    char **words; /* the arguments that are no options; NULL-terminated */
    int word_count;
};

/* Finds all of it. Returns 0, or an exit status after a message. */
int house_open(struct house *house, const char *called_as);
void house_free(struct house *house);

/* path inside the home, without a leading "./" (malloc'ed). */
char *house_path(const struct house *house, const char *inside);

/* Paths of one exercise (malloc'ed). */
char *house_check(const struct house *house, const struct exercise *exercise);
char *house_original(const struct house *house, const struct exercise *exercise);

/* Says on standard error what is wrong and what to do; returns 2. */
int complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
