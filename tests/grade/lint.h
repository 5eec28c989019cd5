/* lint.h - the authoring checks: faults of ours, not of learners.
 *
 * lint_files.c looks at what lies where and what the texts say; lint_runs.c
 * judges every starter, solution, right and wrong answer; lint_real.c runs what
 * is right on real threads; lint.c puts them together.
 */
#ifndef GRADE_LINT_H
#define GRADE_LINT_H

#include "grade/house.h"
#include "grade/result.h"

struct lint {
    const struct house *house;
    const struct request *request;
    const struct screen *screen;
    int faults, looked_at;
    bool internal; /* one of the faults is the checker's */
};

/* Reports one fault: "path: what is wrong". */
void lint_fault(struct lint *lint, const char *path, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Names of a folder's entries in name order, without dot-files (a NULL-terminated
 * list; NULL when there is no such folder). */
char **lint_entries(const char *folder);

void lint_files(struct lint *lint, const struct exercise *exercise);
void lint_strays(struct lint *lint); /* of the three trees, whatever was asked for */
void lint_runs(struct lint *lint, const struct exercise *const *exercises, int count);

/* The submissions at paths (one an exercise of exercises[i]) on real threads. */
void lint_real(struct lint *lint, const struct exercise *const *exercises, const char *const *paths,
               int count);

#endif
