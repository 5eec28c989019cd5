/* grow.h - arrays that grow while they are filled: twice as large each time, so that
 * when they do follows from what is in them alone.
 */
#ifndef INTERLEAVE_GROW_H
#define INTERLEAVE_GROW_H

#include <stdlib.h>

#include "interleave/arena.h"

#define GROW_FIRST 1024

/* The array (malloc'ed, or NULL with *room 0) with room for at least `need` elements
 * of `size` bytes, perhaps elsewhere; never NULL: out_of_memory() ends the process. */
static inline void *grow(void *array, size_t need, size_t *room, size_t size)
{
    if (need <= *room)
        return array;
    size_t more = *room ? 2 * *room : GROW_FIRST;
    while (more < need)
        more *= 2;
    array = realloc(array, more * size);
    if (!array)
        out_of_memory("an array");
    *room = more;
    return array;
}

#endif
