#include "interleave/heap.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "interleave/bounds.h"
#include "interleave/checkpoint.h"
#include "interleave/hash.h"
#include "interleave/places.h"
#include "interleave/schedule.h"

#define LIVE 0x5eedb10cu
#define FREED 0xdeadb10cu

#define RESERVE ((size_t)1 << 20)

struct header {
    uint32_t state;
    uint32_t pad; /* aligned for more than 16: not used again */
    size_t size;
    const void *allocated_at, *freed_at;
};

OF_EXECUTION struct arena heap;
uint8_t *heap_valid;
size_t heap_limit = HEAP_BYTES;
OF_EXECUTION bool heap_refused;

static OF_EXECUTION int blocks;                    /* that the program has: who asked is known */
static struct arena map;                           /* heap_valid */
static OF_EXECUTION struct header *free_lists[64]; /* by size class; the link lies in the block */

void heap_begin(void)
{
    arena_reserve(&heap, HEAP_BYTES);
    arena_reserve(&map, HEAP_BYTES / 16);
    heap_valid = (uint8_t *)map.start;
    heap.room = heap_limit;
    heap_refused = false;
    blocks = 0;
    const size_t keep = (size_t)1 << 20, used = (heap.used + 15) / 16;
    memset(heap_valid, 0, used < keep ? used : keep);
    if (used > keep)
        madvise(heap_valid + keep, used - keep, MADV_DONTNEED);
    arena_restart(&heap);
    memset(free_lists, 0, sizeof free_lists);
}

static void make_valid(const void *block, size_t size)
{
    size_t at = ((uintptr_t)block - (uintptr_t)heap.start) >> 4;
    memset(heap_valid + at, 16, size / 16);
    if (size % 16)
        heap_valid[at + size / 16] = (uint8_t)(size % 16);
}

static void make_invalid(const void *block, size_t size)
{
    memset(heap_valid + (((uintptr_t)block - (uintptr_t)heap.start) >> 4), 0, (size + 15) / 16);
}

bool heap_allows_long(uintptr_t offset, size_t size)
{
    for (; size > 0; offset = (offset | 15) + 1) {
        size_t here = 16 - (offset & 15);
        here = here < size ? here : size;
        if (offset >= heap.room || (offset & 15) + here > heap_valid[offset >> 4])
            return false;
        size -= here;
    }
    return true;
}

/* ---- blocks ------------------------------------------------------------------ */

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

void *heap_alloc_at(size_t size, size_t align, int zero, const void *pc)
{
    if (size > heap_limit) {
        heap_refused = true;
        return NULL;
    }
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
        char *at = arena_take(&heap, lead + ((whole + 15) & ~(size_t)15), align < 16 ? 16 : align);
        if (!at) {
            heap_refused = true;
            return NULL;
        }
        block = at + lead;
        header = (struct header *)(void *)(block - sizeof *header);
    }
    stage.effort += size / 64;
    *header = (struct header){LIVE, align > 16, size, pc, NULL};
    blocks += pc != NULL;
    make_valid(block, size);
    return fill(block, size, zero);
}

void *heap_alloc(size_t size, size_t align, int zero)
{
    return heap_alloc_at(size, align, zero, NULL);
}

void *heap_alloc_reserved(size_t size, size_t align)
{
    bool refused = heap_refused;
    void *block = heap_alloc(size, align, 1);
    if (!block && heap_limit + RESERVE <= HEAP_BYTES && size <= RESERVE) {
        heap_refused = refused;
        heap.room = heap_limit + RESERVE;
        block = heap_alloc(size, align, 1);
        heap.room = heap_limit;
    }
    return block;
}

void heap_free_at(void *block, const void *pc)
{
    struct header *header = header_of(block);
    if (!header || header->state != LIVE)
        return;
    header->state = FREED;
    header->freed_at = pc;
    blocks -= header->allocated_at != NULL;
    make_invalid(block, header->size);
    if (header->pad)
        return;
    int class = class_of(header->size);
    memcpy(block, &free_lists[class], sizeof(struct header *));
    free_lists[class] = header;
}

void heap_free(void *block) { heap_free_at(block, NULL); }

int interleave_blocks_open(void) { return blocks; }

bool heap_resize(void *block, size_t size)
{
    struct header *header = header_of(block);
    if (!header || header->state != LIVE || header->pad || size > heap_limit ||
        class_of(size) != class_of(header->size))
        return false;
    size_t old = header->size;
    header->size = size;
    make_invalid(block, old);
    make_valid(block, size);
    if (size > old)
        memset((char *)block + old, 0xA5, size - old);
    return true;
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

/* ---- words -------------------------------------------------------------------- */

/* The block before the address, or NULL. */
static const struct header *before(uintptr_t address)
{
    uintptr_t end = (uintptr_t)heap.start + heap.used - 1;
    const char *at = (const char *)((address < end ? address : end) & ~(uintptr_t)15);
    for (; at > heap.start; at -= 16) {
        const struct header *header = header_of(at);
        if (header && header->size < heap.used)
            return header;
    }
    return NULL;
}

const void *heap_allocated_at(uintptr_t address)
{
    const struct header *header = heap_holds(address) ? before(address) : NULL;
    bool inside = header && address - (uintptr_t)(header + 1) < header->size;
    return inside && header->state == LIVE ? header->allocated_at : NULL;
}

static int line_of(const void *pc) { return pc ? place_of(pc).line : 0; }

void heap_explain(uintptr_t address, size_t size, char *text, size_t room)
{
    const struct header *header = before(address);
    if (!header) {
        snprintf(text, room, "an address beside the allocated memory was used");
        return;
    }
    uintptr_t start = (uintptr_t)(header + 1), last = address + (size ? size - 1 : 0);
    int line = line_of(header->allocated_at), freed = 0;
    if (header->state == FREED && address < start + header->size) {
        freed = line_of(header->freed_at);
        int used = snprintf(text, room, "memory that was freed is used");
        if (freed > 0)
            snprintf(text + used, room - (size_t)used, ": line %d freed it", freed);
        return;
    }
    int used = snprintf(text, room, "an address beside the allocated memory was used: ");
    size_t at = (size_t)used;
    if (last - start - header->size < 4096)
        used = snprintf(text + at, room - at, "%zu byte%s beyond the end of a block of %zu bytes",
                        (size_t)(last - start - header->size + 1),
                        last == start + header->size ? "" : "s", header->size);
    else
        used = snprintf(text + at, room - at, "far beyond the end of a block of %zu bytes",
                        header->size);
    at += (size_t)used;
    if (line > 0 && at < room)
        snprintf(text + at, room - at, " that line %d allocated", line);
}

void heap_explain_free(const void *block, char *text, size_t room)
{
    const struct header *header = header_of(block);
    int line = header && header->state == FREED ? line_of(header->freed_at) : 0;
    if (line > 0)
        snprintf(text, room, ": line %d freed it first", line);
}

uint64_t heap_hash(uint64_t seed)
{
    stage.effort += heap.used / 32;
    return hash_block(heap.start, heap.used, seed);
}

void heap_pieces(void)
{
    checkpoint_piece(heap.start, heap.used);
    checkpoint_piece(heap_valid, (heap.used + 15) / 16);
}

void heap_undo(void) { memset(heap_valid, 0, (heap.used + 15) / 16); }
