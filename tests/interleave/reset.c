#include "interleave/reset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "interleave/bounds.h"
#include "interleave/hash.h"
#include "interleave/schedule.h"

/* ---- data ---------------------------------------------------------------- */

#define MAX_RANGES 64

static struct range {
    char *start;
    size_t size;
    char *initial;
} ranges[MAX_RANGES];
static int range_count;

static _Noreturn void out_of_memory(const char *what)
{
    fprintf(stderr, "[internal] out of memory for %s\n", what);
    exit(70);
}

void reset_watch(void *start, size_t size)
{
    if (size == 0)
        return;
    char *initial = malloc(size);
    if (!initial || range_count == MAX_RANGES)
        out_of_memory("the program's initial data");
    memcpy(initial, start, size);
    ranges[range_count++] = (struct range){start, size, initial};
    // cppcheck-suppress memleak ; it is kept in ranges
}

/* ---- arenas -------------------------------------------------------------- */

struct arena {
    char *start;
    size_t used, room, high; /* high: most that was ever used */
};

static struct arena heap, own;

static void reserve(struct arena *arena, size_t room)
{
    if (arena->start)
        return;
    arena->start = mmap(NULL, room, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (arena->start == MAP_FAILED)
        out_of_memory("an arena");
    arena->room = room;
}

static void *take(struct arena *arena, size_t size, size_t align)
{
    size_t at = (arena->used + align - 1) & ~(align - 1);
    if (size > arena->room || at > arena->room - size)
        return NULL;
    arena->used = at + size;
    return arena->start + at;
}

/* Gives pages back that one wasteful execution touched. */
static void restart(struct arena *arena)
{
    const size_t keep = (size_t)16 << 20;
    if (arena->used > keep)
        madvise(arena->start + keep, arena->used - keep, MADV_DONTNEED);
    arena->used = 0;
}

/* Records that were given back, by size; the link lies in the block. What is
 * freed while the arena is small stays where it is: a record's address stands for
 * its construct in steps, and the search tells more of them apart that way. */
#define OWN_SMALL ((size_t)32 << 20)
#define OWN_CLASSES 512

static void *spare[OWN_CLASSES];

bool stage_frees(void) { return own.used > OWN_SMALL; }

void stage_free(void *block, size_t size)
{
    size_t class = (size + 15) / 16;
    if (!block || class >= OWN_CLASSES || !stage_frees())
        return;
    memcpy(block, &spare[class], sizeof(void *));
    spare[class] = block;
}

static void *take_spare(size_t class)
{
    void *block = class < OWN_CLASSES ? spare[class] : NULL;
    if (block)
        memcpy(&spare[class], block, sizeof(void *));
    return block;
}

void *stage_alloc(size_t size)
{
    void *block = take_spare((size + 15) / 16);
    if (!block)
        block = take(&own, (size + 15) & ~(size_t)15, 16);
    if (!block)
        out_of_memory("the runtime's own records");
    return memset(block, 0, size);
}

/* ---- the program's heap --------------------------------------------------- */

#define LIVE 0x5eedb10cu
#define FREED 0xdeadb10cu

struct header {
    uint32_t state;
    uint32_t pad; /* from the start of the allocation to the header */
    size_t size;
};

static struct header *free_lists[64]; /* by size class; the link lies in the block */

static int class_of(size_t size)
{
    int class = 0;
    while (((size_t)16 << class) < size)
        class ++;
    return class;
}

static struct header *header_of(const void *block)
{
    const char *at = block;
    if (at < heap.start + sizeof(struct header) || at >= heap.start + heap.used ||
        ((uintptr_t)at & 15) != 0)
        return NULL;
    struct header *header = (struct header *)(uintptr_t)(at - sizeof *header);
    return header->state == LIVE || header->state == FREED ? header : NULL;
}

/* The contents of a block are the same in every execution: small ones poison,
 * large ones zero pages fresh from the system. */
static void *fill(char *block, size_t size, int zero)
{
    const size_t page = 4096, large = 64 * page;
    if (size < large)
        return memset(block, zero ? 0 : 0xA5, size);
    uintptr_t from = ((uintptr_t)block + page - 1) & ~(page - 1);
    uintptr_t to = ((uintptr_t)block + size) & ~(page - 1);
    memset(block, 0, from - (uintptr_t)block);
    madvise((void *)from, to - from, MADV_DONTNEED);
    memset((void *)to, 0, (uintptr_t)block + size - to);
    return block;
}

size_t heap_limit = HEAP_BYTES;

void *heap_alloc(size_t size, size_t align, int zero)
{
    if (size > heap_limit)
        return NULL;
    int class = class_of(size);
    struct header *header = align <= 16 ? free_lists[class] : NULL;
    char *block;
    if (header) {
        block = (char *)(header + 1);
        // cppcheck-suppress pointerSize ; the link to the next free block lies there
        memcpy(&free_lists[class], block, sizeof(struct header *));
    } else {
        size_t lead = align < sizeof *header ? sizeof *header : align;
        size_t whole = align <= 16 ? (size_t)16 << class : size;
        char *at = take(&heap, lead + ((whole + 15) & ~(size_t)15), align < 16 ? 16 : align);
        if (!at)
            return NULL;
        block = at + lead;
        header = (struct header *)(void *)(block - sizeof *header);
    }
    *header = (struct header){LIVE, align > 16, size};
    return fill(block, size, zero);
}

void heap_free(void *block)
{
    struct header *header = header_of(block);
    if (!header || header->state != LIVE)
        return;
    header->state = FREED;
    if (header->pad) /* aligned blocks are not used again */
        return;
    int class = class_of(header->size);
    memcpy(block, &free_lists[class], sizeof(struct header *));
    free_lists[class] = header;
}

size_t heap_size(const void *block)
{
    const struct header *header = header_of(block);
    return header && header->state == LIVE ? header->size : 0;
}

int heap_is_live(const void *block)
{
    const struct header *header = header_of(block);
    return header && header->state == LIVE;
}

int heap_holds(uintptr_t address)
{
    return address >= (uintptr_t)heap.start && address < (uintptr_t)heap.start + heap.used;
}

/* ---- all of it ------------------------------------------------------------ */

void reset_begin(void)
{
    reserve(&heap, HEAP_BYTES);
    heap.room = heap_limit;
    reserve(&own, (size_t)8 << 30);
    for (int i = 0; i < range_count; i++)
        memcpy(ranges[i].start, ranges[i].initial, ranges[i].size);
    restart(&heap);
    restart(&own);
    memset(free_lists, 0, sizeof free_lists);
    memset(spare, 0, sizeof spare);
}

uint64_t reset_hash(uint64_t seed)
{
    stage.effort += heap.used / 32;
    for (int i = 0; i < range_count; i++) {
        seed = hash_block(ranges[i].start, ranges[i].size, seed);
        stage.effort += ranges[i].size / 32;
    }
    return hash_block(heap.start, heap.used, seed);
}
