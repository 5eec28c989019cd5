/* compile_names.h - functions that a program has itself, by names that the
 * runtime wraps: getline, error, index of a program's own.
 */
#ifndef INTERLEAVE_COMPILE_NAMES_H
#define INTERLEAVE_COMPILE_NAMES_H

#include "interleave/gcc.h"

/* Adds the linker's options that leave to the program what the object file
 * defines. A call within one file is left to it anyway. */
void names_of_object(const char *object, struct arguments *arguments);

#endif
