/* shadow.h - the memory behind race.h: the number of a history (history.h) for
 * every word of 8 bytes.
 *
 * Numbers are found by the address alone (a table of two levels), never hashed.
 * Those of an execution before say nothing, so that nothing is cleared between
 * executions.
 */
#ifndef INTERLEAVE_SHADOW_H
#define INTERLEAVE_SHADOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/history.h"

/* A new execution, or a part of one: everything so far is forgotten. When `listed`, the words that
 * are touched can be gone through. True when numbers of histories start again. */
bool shadow_begin(uint32_t execution, bool listed);

#define SHADOW_CHUNK_BITS 13 /* words of a chunk */
#define SHADOW_CHUNK ((size_t)1 << SHADOW_CHUNK_BITS)
#define SHADOW_RECENT 512

/* Chunks that were looked at lately, by the low bits of their numbers. */
struct shadow_chunk {
    uint64_t key; /* the number, and above its 32 bits the execution */
    uint32_t *words;
};
extern struct shadow_chunk shadow_recent[SHADOW_RECENT];
extern uint64_t shadow_key; /* of the execution */

/* The lowest number that stands for a history. Words have lower ones before they
 * are touched: the same as `shadow_untouched`. That is 0 when touched words are
 * listed: then shadow_touch() must be told. */
extern uint32_t shadow_untouched;

uint32_t *shadow_find(uintptr_t word);

static inline uint32_t *shadow_word(uintptr_t address)
{
    uintptr_t word = address >> 3 & ((UINT64_C(1) << 44) - 1), chunk = word >> SHADOW_CHUNK_BITS;
    const struct shadow_chunk *recent = &shadow_recent[chunk & (SHADOW_RECENT - 1)];
    if (__builtin_expect(recent->key == (chunk | shadow_key), 1))
        return &recent->words[word & (SHADOW_CHUNK - 1)];
    return shadow_find(word);
}

static inline uint32_t shadow_number(const uint32_t *word)
{
    return *word >= history_none ? *word : shadow_untouched;
}

/* The word is about to get its first history in this execution. */
void shadow_touch(uint32_t *word, uintptr_t address);

void shadow_forget(uintptr_t address, size_t size);

/* Keeps only the histories that words have. */
void shadow_collect(void);

/* The words touched in this execution, in the order of first touch. */
struct touched {
    uintptr_t address;
    uint32_t *word;
};
int shadow_touched(const struct touched **words);

/* The first `count` of them have these numbers, the others were not touched. */
void shadow_undo(const uint32_t *numbers, int count);

#endif
