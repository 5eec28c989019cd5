#include "interleave/shadow.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "interleave/arena.h"
#include "interleave/order.h"

/* 47 bits of address: 16 + 15 bits of chunks, 13 of words, 3 within the word. */
#define TOP_BITS 16
#define LOW_BITS 15
#define MOST_BYTES ((size_t)4 << 30)

struct chunk {
    uint32_t execution; /* the last in which one of its words was looked at */
    uint32_t *words;
};

static struct chunk *top[1 << TOP_BITS];
static struct arena memory; /* of words: pages that nobody touches cost nothing */
struct shadow_chunk shadow_recent[SHADOW_RECENT];
uint64_t shadow_key;
uint32_t shadow_untouched;

static uint32_t now;
static struct touched *touched;
static int touched_count, touched_room;
static bool keeps_list;

static void *need(void *block)
{
    if (!block)
        out_of_memory("the race detector");
    return block;
}

bool shadow_begin(uint32_t execution, bool listed)
{
    now = execution;
    shadow_key = (uint64_t)execution << 32;
    keeps_list = listed;
    touched_count = 0;
    bool again = history_begin();
    if (again && memory.used)
        madvise(memory.start, memory.used, MADV_DONTNEED);
    shadow_untouched = listed ? 0 : history_none;
    return again;
}

void shadow_touch(uint32_t *word, uintptr_t address)
{
    *word = history_none;
    if (!keeps_list)
        return;
    if (touched_count == touched_room) {
        touched_room = touched_room ? 2 * touched_room : 1024;
        touched = need(realloc(touched, (size_t)touched_room * sizeof *touched));
    }
    touched[touched_count++] = (struct touched){address & ~(uintptr_t)7, word};
}

uint32_t *shadow_find(uintptr_t word)
{
    uintptr_t number = word >> SHADOW_CHUNK_BITS;
    struct chunk **low = &top[number >> LOW_BITS];
    if (!*low)
        *low = need(calloc((size_t)1 << LOW_BITS, sizeof **low));
    struct chunk *chunk = &(*low)[number & ((1 << LOW_BITS) - 1)];
    if (!chunk->words) {
        arena_reserve(&memory, MOST_BYTES);
        chunk->words = need(arena_take(&memory, SHADOW_CHUNK * sizeof *chunk->words, 4096));
    }
    chunk->execution = now;
    shadow_recent[number & (SHADOW_RECENT - 1)] =
        (struct shadow_chunk){number | shadow_key, chunk->words};
    return &chunk->words[word & (SHADOW_CHUNK - 1)];
}

/* Where a list is kept words stay in it, and stay touched. */
static void forget(uint32_t *words, size_t count)
{
    if (!keeps_list) {
        memset(words, 0, count * sizeof *words);
        return;
    }
    size_t i = 0;
    for (; i + LANE <= count; i += LANE) {
        components *some = (components *)(words + i), older = (components)(*some < history_none);
        *some = (*some & older) | (history_none & ~older);
    }
    for (; i < count; i++)
        words[i] = words[i] < history_none ? words[i] : history_none;
}

void shadow_forget(uintptr_t address, size_t size)
{
    if (size == 0)
        return;
    uintptr_t word = address >> 3, end = ((address + size - 1) >> 3) + 1;
    while (word < end) {
        uintptr_t number = word >> SHADOW_CHUNK_BITS & ((UINT64_C(1) << 31) - 1);
        uintptr_t next = ((word >> SHADOW_CHUNK_BITS) + 1) << SHADOW_CHUNK_BITS;
        next = next < end ? next : end;
        const struct chunk *low = top[number >> LOW_BITS];
        const struct chunk *chunk = low ? &low[number & ((1 << LOW_BITS) - 1)] : NULL;
        if (chunk && chunk->words && chunk->execution == now)
            forget(&chunk->words[word & (SHADOW_CHUNK - 1)], next - word);
        word = next;
    }
}

void shadow_collect(void)
{
    uint32_t *words = (void *)memory.start;
    size_t count = memory.used / sizeof *words;
    history_collect_begin();
    for (size_t i = 0; i < count; i++)
        if (words[i] != 0)
            words[i] = history_kept(words[i]);
    history_collect_end(count);
    shadow_untouched = keeps_list ? 0 : history_none;
}

int shadow_touched(const struct touched **words)
{
    *words = touched;
    return touched_count;
}

void shadow_undo(const uint32_t *numbers, int count)
{
    for (int i = 0; i < touched_count; i++)
        *touched[i].word = i < count ? numbers[i] : 0;
    touched_count = count;
}
