/* reset.h - everything an execution may change, put back before the next.
 *
 * The program's writable data is copied back from a snapshot; its heap and the
 * runtime's own records (stage_alloc) are two arenas that start again at the
 * same addresses; thread-local blocks are made anew.
 */
#ifndef INTERLEAVE_RESET_H
#define INTERLEAVE_RESET_H

#include <stddef.h>
#include <stdint.h>

/* Remembers memory and puts it back in every reset_begin(). */
void reset_watch(void *start, size_t size);

/* Puts everything back. */
void reset_begin(void);

/* So much the program's heap may take; HEAP_BYTES at first, which is the most. */
extern size_t heap_limit;

/* The program's heap. NULL when heap_limit is used up. Aligned as asked (a
 * power of two, at least 16). Contents: poison, unless zero. */
void *heap_alloc(size_t size, size_t align, int zero);
void heap_free(void *block);
size_t heap_size(const void *block); /* 0: not a live block of this heap, or empty */
int heap_is_live(const void *block);

/* Is this address in a block that was freed, or beyond any block? For the
 * explanation of a crash. */
int heap_holds(uintptr_t address);

/* A hash of all of it: data, heap in use. */
uint64_t reset_hash(uint64_t seed);

#endif
