/* judge.h - asks the checker about submissions.
 *
 * Fill in exercise and submission of each result; judge() does the rest. What
 * cannot be read is a `problem` of that result alone; a checker that dies
 * without a report is `internal`, never the learner's fault.
 */
#ifndef GRADE_JUDGE_H
#define GRADE_JUDGE_H

#include "grade/house.h"
#include "grade/result.h"

struct judging {
    const char *originals; /* folder of the exercises as handed out; NULL: the house's */
    const char *replay;    /* replay this id instead, or NULL */
    bool cores;            /* only the rows on the virtual machine */
    int jobs;
    bool progress; /* show it on standard error, if that is a terminal */
};

void judge(const struct house *house, const struct judging *how, struct results *results);

/* Where exercise lies below a folder of submissions (malloc'ed). */
char *submission_path(const char *from, const struct exercise *exercise);

#endif
