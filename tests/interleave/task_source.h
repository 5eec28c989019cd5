/* task_source.h - keeps what tasks share from being copied.
 *
 * A variable that a task shares and only reads gcc makes firstprivate, if it is a
 * number or a pointer whose address nobody takes. Without a race that is the
 * same; with one, of a task that reads the loop's variable and the loop that goes
 * on, the race is gone from the compiled program. So the preprocessed text is
 * given a clause that takes the addresses, and asks for nothing: a priority of 0.
 * Which variables these are, gcc says itself: in the dump of its gimplified code.
 */
#ifndef INTERLEAVE_TASK_SOURCE_H
#define INTERLEAVE_TASK_SOURCE_H

#include <stdbool.h>

/* Could this C source, before preprocessing, have a task? */
bool task_mentioned(const char *text);

/* Has the preprocessed text a pragma that makes tasks? */
bool task_in_pragma(const char *preprocessed);

/* The preprocessed text with the clauses (malloc'ed); NULL when no task needs
 * one. The dump is what gcc writes of it under -fdump-tree-gimple-lineno. */
char *task_mark(const char *preprocessed, const char *dump);

#endif
