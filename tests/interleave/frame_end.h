/* frame_end.h - a function returns while tasks may still use its variables.
 *
 * For the race detector the end of a frame is a write of all of it: a task that
 * is not ordered before has lost, or will find another's data there. Only frames
 * in or below which a task was made are looked at.
 */
#ifndef INTERLEAVE_FRAME_END_H
#define INTERLEAVE_FRAME_END_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/places.h"
#include "interleave/schedule.h"

/* The running function, with this canonical frame address, makes a task at pc. */
void frame_lends(uintptr_t cfa, const void *pc);

/* The frame on this thread's stack, of a function that has made a task, which
 * holds the address. False: none does. */
bool frame_lent(int slot, uintptr_t address, struct frame *frame);

/* For a checkpoint. */
void frame_pieces(void);

/* The function at pc returns; its frame is [low, cfa). */
void frame_ends(uintptr_t low, uintptr_t cfa, const void *pc);

/* Calls function(data), of a region, then then(team), which has to wait for the
 * tasks of the region: below the function's frame, for these may use its variables.
 * gcc leaves out the barrier that would have kept it alive. then() need not return. */
void frame_keep(void (*function)(void *), void *data, void (*then)(struct team *),
                struct team *team);

/* Where the frame begins that is kept so on the thread's stack; 0: none is. */
uintptr_t frame_kept(const struct thread *thread);

/* Is this the return of a function that was looked at? */
bool frame_end_at(const void *pc);

/* What the variable at address was called in the frame that ended at pc. */
bool frame_end_name(const void *pc, uintptr_t address, size_t size, char *name, size_t room);

#endif
