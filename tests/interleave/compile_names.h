/* compile_names.h - functions that a program has itself, by names that the
 * runtime wraps: getline, read, index of a program's own.
 */
#ifndef INTERLEAVE_COMPILE_NAMES_H
#define INTERLEAVE_COMPILE_NAMES_H

#include <stdbool.h>

#include "interleave/wrapped.h"

enum {
    WRAPPED_NAMES = 0
#define X(name, safety, why) +1
    WRAPPED(X)
#undef X
};

/* Which of the wrapped names are the program's. A call within one object file is
 * left to it anyway. */
struct own_names {
    bool is_own[WRAPPED_NAMES];
};

/* Adds those that an object file or an archive defines. */
void own_names_of(const char *file, struct own_names *own);

/* The linker's option to wrap name number i; NULL when the name is the program's. */
const char *wrap_option(int i, const struct own_names *own);

#endif
