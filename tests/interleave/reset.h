/* reset.h - everything an execution may change, put back before the next.
 *
 * The program's writable data is put back as it was (reset.c); its heap
 * (heap.h) and the runtime's own records (stage_alloc) are two arenas that
 * start again at the same addresses; thread-local blocks are made anew.
 */
#ifndef INTERLEAVE_RESET_H
#define INTERLEAVE_RESET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/heap.h"

/* Remembers memory and puts it back in every reset_begin(). */
void reset_watch(void *start, size_t size);

/* Is this address in memory that is watched? */
bool reset_holds(uintptr_t address);

/* Puts everything back. */
void reset_begin(void);

/* A hash of all of it: data, heap in use. */
uint64_t reset_hash(uint64_t seed);

/* For a checkpoint. */
void reset_pieces(void);

/* In a copy of this process: it looks at its own pages. */
void reset_forked(void);

#endif
