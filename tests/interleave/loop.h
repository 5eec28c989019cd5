/* loop.h - worksharing loops, as their other entry points need them. */
#ifndef INTERLEAVE_LOOP_H
#define INTERLEAVE_LOOP_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/worksharing.h"

typedef unsigned long long ull;

/* A loop from its bounds, step and chunk; LOOP_RUNTIME is what the program has
 * set. */
struct loop loop_long(enum loop_schedule schedule, bool ordered, long start, long end, long step,
                      long chunk);
struct loop loop_ull(enum loop_schedule schedule, bool ordered, bool up, ull start, ull end,
                     ull step, ull chunk);

/* The running thread meets the loop. */
struct workshare *loop_enter(const struct loop *loop);

/* It is done with the loop: its last chunk's turn may pass on. */
void loop_leave(void);

/* The next chunk, [*first, *end). False: none is left for this thread. */
bool loop_next_long(long *first, long *end, const void *pc, uintptr_t cfa);
bool loop_next_ull(ull *first, ull *end, const void *pc, uintptr_t cfa);

#endif
