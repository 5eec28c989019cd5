/* real.h - an exercise as a program on real threads: tests/check/real/, the
 * exercise's check.c and a submission, with gcc's own OpenMP runtime.
 *
 *   PROGRAM N    runs N times, prints the tally, a line an outcome
 *
 * Its exit status is 0 when every outcome was right. What it sees is luck: it
 * never judges a learner.
 */
#ifndef GRADE_REAL_H
#define GRADE_REAL_H

#include <stdbool.h>

#include "grade/house.h"

/* Whether the house is a checkout, which alone has the sources. */
bool real_exists(const struct house *house);

/* The compiler by its path (malloc'ed; NULL: none): a process is started
 * without looking along PATH. */
char *real_gcc(void);

/* The arguments that build the program (a list, see text.h). */
char **real_build(const struct house *house, const struct exercise *exercise,
                  const char *submission, const char *program);

#endif
