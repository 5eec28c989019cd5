/* lanes_table.c - what the iterations of a loop did last, by address. */
#include <stdlib.h>

#include "interleave/bounds.h"
#include "interleave/hash.h"
#include "interleave/lanes_own.h"

#define MOST_FORGOTTEN 4096 /* bytes that are looked at one by one */

static struct entry *look(const struct lanes *lanes, uintptr_t address)
{
    unsigned i = (unsigned)hash_mix(address, 5) & (lanes->room - 1);
    while (lanes->table[i].loop == lanes->loop && lanes->table[i].address != address)
        i = (i + 1) & (lanes->room - 1);
    return &lanes->table[i];
}

static void grow(struct lanes *lanes)
{
    struct lanes old = *lanes;
    lanes->room = old.room ? 2 * old.room : 256;
    lanes->table = calloc(lanes->room, sizeof *lanes->table);
    if (!lanes->table)
        abort();
    for (unsigned i = 0; i < old.room; i++)
        if (old.table[i].loop == old.loop)
            *look(lanes, old.table[i].address) = old.table[i];
    free(old.table);
}

struct entry *lanes_entry(struct lanes *lanes, uintptr_t address, size_t size)
{
    if (lanes->room == 0)
        grow(lanes);
    struct entry *entry = look(lanes, address);
    if (entry->loop != lanes->loop) {
        if (lanes->count >= MAX_LANE_WORDS)
            return NULL;
        if (++lanes->count * 2 > lanes->room) {
            grow(lanes);
            entry = look(lanes, address);
        }
        *entry = (struct entry){.address = address, .loop = lanes->loop};
    }
    entry->size = (uint32_t)size;
    return entry;
}

void lanes_drop(struct lanes *lanes, uintptr_t address, size_t size)
{
    if (size > MOST_FORGOTTEN) { /* quicker, and no false alarm either: all */
        lanes->loop++;
        lanes->count = 0;
    }
    for (size_t at = 0; at < size && lanes->room && lanes->count; at++) {
        struct entry *entry = look(lanes, address + at);
        if (entry->loop == lanes->loop)
            entry->writer.lane = entry->reader.lane = entry->other.lane = 0;
    }
}
