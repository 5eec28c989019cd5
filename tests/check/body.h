/* body.h - what a body may call, as the child provides it. */
#ifndef CHECK_BODY_H
#define CHECK_BODY_H

#include <stdbool.h>

#include "check/check.h"

/* From now on the body of `row` is what body_run() runs. */
void body_of(const struct row *row, bool with_units);

/* For struct ask: runs the row's body once and hands over what it observed. */
void body_run(const void *input);

/* The submission is loaded: where its symbols are looked up. */
void body_submission(const char *path);

#endif
