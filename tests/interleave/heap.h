/* heap.h - the program's heap: of one execution, at the same addresses in each.
 *
 * Beside it lies a map with a byte for each 16: how many of them, from the
 * first, belong to a block that is in use. So an access beside or after a
 * block's life is seen.
 */
#ifndef INTERLEAVE_HEAP_H
#define INTERLEAVE_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/arena.h"

/* So much it may take; HEAP_BYTES at first, which is the most. */
extern size_t heap_limit;

/* Somebody was told in this execution that there is no memory. */
extern bool heap_refused;

/* An empty heap. */
void heap_begin(void);

/* NULL when heap_limit is used up. Aligned as asked (a power of two, at least
 * 16). Contents: poison, unless zero. pc: who asks, for reports, or NULL. */
void *heap_alloc(size_t size, size_t align, int zero);
void *heap_alloc_at(size_t size, size_t align, int zero, const void *pc);

/* Zeroed, for a check: it has some memory left when the program has none. */
void *heap_alloc_reserved(size_t size, size_t align);

void heap_free(void *block);
void heap_free_at(void *block, const void *pc);

/* Makes the block larger or smaller where it lies; false: it has no room. */
bool heap_resize(void *block, size_t size);

size_t heap_size(const void *block); /* 0: not a live block of this heap, or empty */
int heap_is_live(const void *block);

/* Does the address lie in the heap, as far as it was ever used? */
int heap_holds(uintptr_t address);

/* The call that allocated the live block with the address, or NULL. */
const void *heap_allocated_at(uintptr_t address);

/* "memory of seats": what that call says of it. False: nothing is known. */
bool heap_name(uintptr_t address, char *name, size_t room);

/* What is wrong with an access that heap_allows() refuses, in one sentence,
 * with the lines that allocated and freed the memory. */
void heap_explain(uintptr_t address, size_t size, char *text, size_t room);

/* What else can be said of a block that must not be freed; "" nothing. */
void heap_explain_free(const void *block, char *text, size_t room);

uint64_t heap_hash(uint64_t seed);

/* For a checkpoint; before one is copied back. */
void heap_pieces(void);
void heap_undo(void);

extern struct arena heap;
extern uint8_t *heap_valid;

bool heap_allows_long(uintptr_t offset, size_t size);

/* May these bytes be used? True for all that lie outside the heap. */
static inline bool heap_allows(uintptr_t address, size_t size)
{
    uintptr_t offset = address - (uintptr_t)heap.start;
    if (offset >= heap.room)
        return true;
    size_t end = (offset & 15) + size;
    return end <= 16 ? end <= heap_valid[offset >> 4] : heap_allows_long(offset, size);
}

#endif
