/* blame.h - where in the program an execution came to its bad end. */
#ifndef INTERLEAVE_BLAME_H
#define INTERLEAVE_BLAME_H

#include <stdint.h>

#include "interleave/schedule.h"

/* The instruction of the program that is to blame: pc when it is the program's
 * own, else the innermost call by the program on the stack above sp (the crash
 * was in a library function, or behind a wild pointer to a function). */
const void *blame(const void *pc, uintptr_t sp);

/* While an execution is explained or recorded: the line where it ended, as its
 * last event; in the message too, when it never ends. */
void blame_record(enum ending ending);

#endif
