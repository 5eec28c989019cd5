#include "interleave/history.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/arena.h"
#include "interleave/hash.h"

#define MOST_BYTES_OF_MANY ((size_t)2 << 30)

/* Numbers from which on no execution begins, and no collection: start again. */
#define LAST_FIRST_NUMBER (UINT32_C(3) << 30)

#define FEW ((size_t)1 << 16)

/* Histories, by number less history_none, and what they point to. Two of it: a
 * collection goes from one to the other. */
static struct space {
    struct arena histories, many;
} spaces[2];
static struct space *space = &spaces[0];
struct history *histories; /* of space */
uint32_t history_none;
static size_t count, limit;

/* By content; older numbers than history_none stand for free places. */
static uint32_t *table;
static size_t table_size;

static void empty(struct space *of)
{
    arena_restart(&of->histories);
    arena_restart(&of->many);
}

static void start_space(uint32_t first)
{
    arena_reserve(&space->histories, MOST_HISTORIES * sizeof *histories);
    arena_reserve(&space->many, MOST_BYTES_OF_MANY);
    empty(space);
    histories = (struct history *)(void *)space->histories.start;
    *histories = (struct history){.granule = 8};
    history_none = first;
    count = 1;
}

static void make_table(size_t size)
{
    free(table);
    table = calloc(size, sizeof *table);
    if (!table)
        out_of_memory("the race detector");
    table_size = size;
}

/* The first number that is free; 1 when they start again. */
static uint32_t first_number(void)
{
    if (!table)
        make_table(512);
    uint32_t next = history_none + (uint32_t)count;
    if (next <= LAST_FIRST_NUMBER)
        return next ? next : 1;
    memset(table, 0, table_size * sizeof *table);
    return 1;
}

bool history_begin(void)
{
    uint32_t before = history_none, first = first_number();
    start_space(first);
    limit = FEW;
    return first < before;
}

/* ---- every history once ---------------------------------------------------- */

static size_t size_of_many(const struct many *many)
{
    return many ? sizeof *many + many->count * sizeof *many->of : 0;
}

static inline bool is_parts(const struct history *history)
{
    return history->granule < 8 && !history->alone;
}

static inline uint64_t hash_of(const struct history *history)
{
    if (is_parts(history))
        return hash_block(history->parts, sizeof *history->parts * 8 / history->granule,
                          history->granule);
    const struct record *record = &history->record;
    unsigned bytes = history->granule * 8U + history->offset;
    uint64_t hash = hash_fold(record->write ^ UINT64_C(0xa0761d6478bd642f) ^ (uint64_t)bytes << 40,
                              record->read ^ UINT64_C(0xe7037ed1a0b428db));
    return record->many ? hash_block(record->many, size_of_many(record->many), hash) : hash;
}

static bool same_many(const struct many *a, const struct many *b)
{
    return a == b || (a && b && a->count == b->count && memcmp(a, b, size_of_many(a)) == 0);
}

static inline bool equal(const struct history *a, const struct history *b)
{
    if (a->granule != b->granule || a->alone != b->alone || a->offset != b->offset)
        return false;
    if (is_parts(a))
        return memcmp(a->parts, b->parts, sizeof *a->parts * 8 / a->granule) == 0;
    return a->record.write == b->record.write && a->record.read == b->record.read &&
           same_many(a->record.many, b->record.many);
}

static inline uint32_t *find(const struct history *history)
{
    size_t at = hash_of(history) >> 20 & (table_size - 1);
    while (table[at] >= history_none && !equal(&histories[table[at] - history_none], history))
        at = (at + 1) & (table_size - 1);
    return &table[at];
}

static void grow_table(void)
{
    make_table(2 * table_size);
    for (size_t i = 0; i < count; i++)
        *find(&histories[i]) = history_none + (uint32_t)i;
}

static const struct many *copy(const struct many *many)
{
    size_t size = size_of_many(many);
    struct many *own = arena_take(&space->many, size, 8);
    if (!own)
        out_of_memory("the race detector");
    return memcpy(own, many, size);
}

static inline uint32_t number_of(const struct history *history)
{
    uint32_t *at = find(history);
    if (*at >= history_none)
        return *at;
    if (count == MOST_HISTORIES)
        out_of_memory("the race detector");
    struct history *fresh = &histories[count];
    *fresh = (struct history){
        .granule = history->granule, .offset = history->offset, .alone = history->alone};
    if (is_parts(history))
        memcpy(fresh->parts, history->parts, sizeof fresh->parts);
    else
        fresh->record = (struct record){history->record.write, history->record.read,
                                        history->record.many ? copy(history->record.many) : NULL};
    uint32_t number = *at = history_none + (uint32_t)count++;
    space->histories.used = count * sizeof *histories;
    if (2 * count > table_size)
        grow_table();
    return number;
}

/* Not by way of a record in memory: to copy it would wait for its parts to be stored. */
uint32_t history_of(epoch write, epoch read, const struct many *many, unsigned offset,
                    unsigned size)
{
    if (!write && !read && !many)
        return history_none;
    struct history history = {.granule = (uint8_t)size,
                              .offset = (uint8_t)offset,
                              .alone = size < 8,
                              .record = {write, read, many}};
    return number_of(&history);
}

static uint32_t history_as(const struct history *history, unsigned offset, unsigned size)
{
    const struct record *record = &history->record;
    return history_of(record->write, record->read, record->many, offset, size);
}

uint32_t history_part(uint32_t number, unsigned byte)
{
    const struct history *history = history_at(number);
    if (history->granule == 8)
        return number;
    if (!history->alone)
        return history->parts[byte / history->granule];
    return byte / history->granule == history->offset / history->granule ? history_as(history, 0, 8)
                                                                         : history_none;
}

/* Parts of twice the size, if those are as they were. */
static bool put_together(struct history *history)
{
    size_t n = 8u / history->granule;
    for (size_t i = 0; i < n; i += 2)
        if (history->parts[i] != history->parts[i + 1])
            return false;
    for (size_t i = 0; i < n / 2; i++)
        history->parts[i] = history->parts[2 * i];
    history->granule *= 2;
    return true;
}

uint32_t history_of_parts(unsigned granule, const uint32_t *parts)
{
    struct history history = {.granule = (uint8_t)granule};
    memcpy(history.parts, parts, 8 / granule * sizeof *parts);
    while (history.granule < 8 && put_together(&history))
        ;
    if (history.granule == 8)
        return history.parts[0];
    unsigned known = 0, last = 0;
    for (unsigned i = 0; i < 8u / history.granule; i++)
        if (history.parts[i] != history_none) {
            known++;
            last = i;
        }
    if (known > 1)
        return number_of(&history);
    return history_as(history_at(history.parts[last]), last * history.granule, history.granule);
}

/* ---- when there are too many --------------------------------------------------- */

static uint32_t old_none; /* of the space that a collection goes from */
static struct history *old;

bool history_crowded(void) { return count > limit; }

void history_collect_begin(void)
{
    old_none = history_none;
    old = histories;
    uint32_t first = first_number();
    space = &spaces[space == spaces];
    start_space(first);
}

/* A history that has moved: its granule is 0, its first part its new number. */
uint32_t history_kept(uint32_t number)
{
    if (number <= old_none)
        return number == old_none ? history_none : 0;
    struct history *history = &old[number - old_none];
    if (history->granule == 0)
        return history->parts[0];
    uint32_t kept;
    if (is_parts(history)) {
        uint32_t parts[8] = {0};
        for (unsigned i = 0; i < 8u / history->granule; i++)
            parts[i] = history_kept(history->parts[i]);
        kept = history_of_parts(history->granule, parts);
    } else {
        kept = history_as(history, history->offset, history->granule);
    }
    *history = (struct history){.parts = {kept}};
    return kept;
}

void history_collect_end(size_t words)
{
    empty(&spaces[space == spaces]);
    size_t more = words / 8 > FEW ? words / 8 : FEW;
    limit = count + (count > more ? count : more);
}
