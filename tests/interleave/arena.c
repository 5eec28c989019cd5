#include "interleave/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

void out_of_memory(const char *what)
{
    fprintf(stderr, "[internal] out of memory for %s\n", what);
    exit(70);
}

void arena_reserve(struct arena *arena, size_t room)
{
    if (arena->start)
        return;
    arena->start = mmap(NULL, room, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (arena->start == MAP_FAILED)
        out_of_memory("an arena");
    arena->room = room;
}

void *arena_take(struct arena *arena, size_t size, size_t align)
{
    size_t at = (arena->used + align - 1) & ~(align - 1);
    if (size > arena->room || at > arena->room - size)
        return NULL;
    arena->used = at + size;
    return arena->start + at;
}

void arena_restart(struct arena *arena)
{
    const size_t keep = (size_t)16 << 20;
    if (arena->used > keep)
        madvise(arena->start + keep, arena->used - keep, MADV_DONTNEED);
    arena->used = 0;
}
