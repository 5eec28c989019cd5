/* history.h - what was done to a word of 8 bytes, as far as races ask: each such
 * history is kept once, and words have its number (shadow.h).
 *
 * Programs do the same to a great many words: an array that four threads read
 * has a handful of histories, whatever its size. (Compressed shadow state: Wilcox,
 * Finch, Flanagan and Freund, ASE 2015; hash consing instead of a shape an array.)
 *
 * A history never changes. Numbers only go up: one that is smaller than
 * history_none was forgotten, as all are at once where nothing that was done can
 * matter any longer, and says nothing.
 */
#ifndef INTERLEAVE_HISTORY_H
#define INTERLEAVE_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/bounds.h"

/* So many at once. Beyond it: [internal], no memory. */
#define MOST_HISTORIES ((size_t)1 << 26)

/* A strand's own clock; below it the place in the code (code.h: 24 bits) and the
 * strand (8). One number, so that it travels in a register. 0 means no access. */
typedef uint64_t epoch;

static inline epoch epoch_of(uint32_t at, int strand, uint32_t code)
{
    return (epoch)at << 32 | (epoch)code << 8 | (unsigned)strand;
}

static inline uint32_t epoch_at(epoch of) { return (uint32_t)(of >> 32); }
static inline uint32_t epoch_code(epoch of) { return (uint32_t)of >> 8; }
static inline int epoch_strand(epoch of) { return (int)(of & 255); }

/* Of the same strand, and since it published last. */
static inline bool epoch_same(epoch a, epoch b) { return ((a ^ b) & ~UINT64_C(0xffffff00)) == 0; }

/* What one strand did since the last plain write, where one epoch is too few:
 * by strand, and by kind. */
enum access_kind { BY_ATOMIC_WRITE, BY_READ, BY_ATOMIC_READ, ACCESS_KINDS };

struct one_of_many {
    epoch when;
    uint64_t kind; /* enum access_kind; no bytes between that nobody sets */
};

struct many {
    uint32_t count;
    struct one_of_many of[];
};

struct record {
    epoch write;             /* the last plain write */
    epoch read;              /* the plain read since, while one is enough */
    const struct many *many; /* or NULL */
};

struct history {
    uint8_t granule; /* bytes of a part; 8: the whole word */
    uint8_t offset;  /* alone: in the word */
    bool alone;      /* nothing was done to the other bytes */
    union {
        struct record record; /* of the whole, or of the part that is alone */
        uint32_t parts[8];    /* histories of a whole */
    };
};

extern uint32_t history_none; /* of this execution: nothing was done */

/* A new execution, or a part of one: there is history_none only. True when numbers start again: words
 * that have one are to have 0. */
bool history_begin(void);

extern struct history *histories; /* from history_none on */

static inline const struct history *history_at(uint32_t number)
{
    return &histories[number - history_none];
}

/* It has one record, of exactly these bytes. */
static inline bool history_is_of(const struct history *history, unsigned offset, unsigned size)
{
    return history->granule == size && (size == 8 || (history->alone && history->offset == offset));
}

/* The number of one that has this record for these bytes, which are a whole or an
 * aligned part, and of which nothing else is known. What `many` points to is copied. */
uint32_t history_of(epoch write, epoch read, const struct many *many, unsigned offset,
                    unsigned size);

/* Of parts of so many bytes each: equal ones are put together. */
uint32_t history_of_parts(unsigned granule, const uint32_t *parts);

/* As that of a whole word: what was done to its part that begins at this byte. */
uint32_t history_part(uint32_t number, unsigned byte);

/* More histories than a large execution should have while most of them belong to
 * no word any longer: it is time for shadow_collect(). */
bool history_crowded(void);

/* Gives new numbers to histories that are still asked for, and forgets the others:
 *
 *     history_collect_begin();
 *     for each word: number = history_kept(number);      0 stays 0
 *     history_collect_end(words);                        looked at, in all
 */
void history_collect_begin(void);
uint32_t history_kept(uint32_t number);
void history_collect_end(size_t words);

#endif
