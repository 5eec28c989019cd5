/* body.h - what a body may call, as the child provides it. */
#ifndef CHECK_BODY_H
#define CHECK_BODY_H

#include <stdbool.h>
#include <stddef.h>

#include "check/check.h"

/* From now on the body of `row` is what body_run() runs. */
void body_of(const struct row *row, bool with_units);

/* Variables of the check that are put back before a second run too. */
void body_per_run(void *start, size_t size);

/* For struct ask: runs the row's body once and hands over what it observed. Where one
 * schedule is tried, twice: what the submission keeps from the first run, in static
 * variables or in memory, must do the second no harm. */
void body_run(const void *input);

/* The submission is loaded: where its symbols are looked up. */
void body_submission(const char *path);

#endif
