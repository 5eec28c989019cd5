/* arena.h - memory that one execution takes from the front and the next takes
 * again, at the same addresses.
 */
#ifndef INTERLEAVE_ARENA_H
#define INTERLEAVE_ARENA_H

#include <stddef.h>

struct arena {
    char *start;
    size_t used, room;
};

/* Reserves room bytes, once. Ends the process when the system refuses. */
void arena_reserve(struct arena *arena, size_t room);

/* NULL when it is full. align is a power of two. */
void *arena_take(struct arena *arena, size_t size, size_t align);

/* Empty again; pages that one wasteful execution touched go back. */
void arena_restart(struct arena *arena);

/* Says what there is no memory for, and ends the process. */
_Noreturn void out_of_memory(const char *what);

#endif
