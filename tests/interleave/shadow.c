#include "interleave/shadow.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/schedule.h"

/* 47 bits of address: 17 + 18 + 9 bits of words, 3 bits within the word. */
#define TOP_BITS 17
#define MIDDLE_BITS 18
#define LOW_BITS SHADOW_PAGE_BITS

#define GROUP_BITS 6 /* pages that are passed over together when none was touched */

struct middle {
    struct page *pages[1 << MIDDLE_BITS];
    uint32_t groups[1 << (MIDDLE_BITS - GROUP_BITS)]; /* the last execution that touched one */
};

static struct middle *top[1 << TOP_BITS];
struct recent_page shadow_recent[SHADOW_RECENT];
uint32_t shadow_now;

static struct touched *touched;
static int touched_count, touched_room;
static bool keeps_list;

static void *need(void *memory)
{
    if (!memory) {
        fputs("[internal] out of memory for the race detector\n", stderr);
        exit(70);
    }
    return memory;
}

void shadow_begin(uint32_t execution, bool listed)
{
    shadow_now = execution;
    keeps_list = listed;
    touched_count = 0;
}

static void first_touch(struct cell *cell, uintptr_t word)
{
    memset(cell, 0, sizeof *cell);
    cell->execution = shadow_now;
    if (!keeps_list)
        return;
    if (touched_count == touched_room) {
        touched_room = touched_room ? 2 * touched_room : 1024;
        touched = need(realloc(touched, (size_t)touched_room * sizeof *touched));
    }
    touched[touched_count++] = (struct touched){word << 3, cell};
}

static struct page *page_at(uintptr_t number)
{
    struct middle **middle = &top[number >> MIDDLE_BITS];
    if (!*middle)
        *middle = need(calloc(1, sizeof **middle));
    size_t i = number & ((1 << MIDDLE_BITS) - 1);
    struct page **at = &(*middle)->pages[i];
    if (!*at) {
        *at = need(calloc(1, sizeof **at));
        (*at)->group = &(*middle)->groups[i >> GROUP_BITS];
    }
    return *at;
}

struct cell *shadow_find(uintptr_t word)
{
    uintptr_t number = word >> LOW_BITS;
    struct recent_page *recent = &shadow_recent[number & (SHADOW_RECENT - 1)];
    if (recent->number != number || !recent->page)
        *recent = (struct recent_page){number, page_at(number)};
    struct page *page = recent->page;
    page->execution = *page->group = shadow_now;
    struct cell *cell = &page->cells[word & ((1 << LOW_BITS) - 1)];
    if (cell->execution != shadow_now)
        first_touch(cell, word);
    return cell;
}

static void copy_record(struct record *to, const struct record *from)
{
    *to = *from;
    if (!from->wide)
        return;
    size_t size = sizeof(struct wide) + (size_t)from->wide->strands * sizeof(struct by_strand);
    to->wide = stage_alloc(size);
    memcpy(to->wide, from->wide, size);
}

void shadow_split(struct cell *cell, unsigned granule)
{
    struct record *parts = stage_alloc(8 / granule * sizeof *parts);
    for (unsigned i = 0; i < 8 / granule; i++) {
        unsigned byte = i * granule;
        if (cell->granule)
            copy_record(&parts[i], &cell->parts[byte / cell->granule]);
        else if (byte >= cell->offset && byte < (unsigned)cell->offset + cell->size)
            copy_record(&parts[i], &cell->whole);
    }
    cell->granule = (uint8_t)granule;
    cell->parts = parts;
}

struct wide *shadow_widen(struct record *record, int strands)
{
    struct wide *old = record->wide;
    if (old && old->strands >= strands)
        return old;
    struct wide *wide = stage_alloc(sizeof *wide + (size_t)strands * sizeof(struct by_strand));
    wide->strands = strands;
    if (old)
        memcpy(wide->by, old->by, (size_t)old->strands * sizeof *old->by);
    if (record->read.at)
        wide->by[record->read.who & 255].plain_read = record->read;
    record->wide = wide;
    return wide;
}

/* The first page from `number` on, but before `end`, that was touched in this
 * execution, with its number; or NULL. */
static struct page *next_touched(uintptr_t *number, uintptr_t end)
{
    while (*number < end) {
        const struct middle *middle = top[*number >> MIDDLE_BITS & ((1 << TOP_BITS) - 1)];
        size_t i = *number & ((1 << MIDDLE_BITS) - 1);
        if (!middle || middle->groups[i >> GROUP_BITS] != shadow_now) {
            *number = ((*number >> GROUP_BITS) + 1) << GROUP_BITS;
            continue;
        }
        if (middle->pages[i] && middle->pages[i]->execution == shadow_now)
            return middle->pages[i];
        ++*number;
    }
    return NULL;
}

static void forget_cell(struct cell *cell)
{
    if (cell->execution != shadow_now)
        return;
    cell->size = cell->granule = 0;
    memset(&cell->whole, 0, sizeof cell->whole);
}

/* All of it, so that the next time there is nothing to forget. Where a list is
 * kept the cells stay in it, and stay touched. */
static void forget_page(struct page *page)
{
    for (int i = 0; i < 1 << LOW_BITS; i++) {
        forget_cell(&page->cells[i]);
        page->cells[i].execution = keeps_list ? page->cells[i].execution : 0;
    }
    page->execution = keeps_list ? page->execution : 0;
}

static void forget_words(struct page *page, uintptr_t word, uintptr_t end)
{
    for (; word < end; word++)
        forget_cell(&page->cells[word & ((1 << LOW_BITS) - 1)]);
}

void shadow_forget(uintptr_t address, size_t size)
{
    if (size == 0)
        return;
    uintptr_t first = address >> 3, end = ((address + size - 1) >> 3) + 1;
    uintptr_t number = first >> LOW_BITS, last = (end - 1) >> LOW_BITS;
    for (struct page *page; (page = next_touched(&number, last + 1)) != NULL; number++) {
        uintptr_t from = number << LOW_BITS, to = (number + 1) << LOW_BITS;
        if (from >= first && to <= end)
            forget_page(page);
        else
            forget_words(page, from < first ? first : from, to < end ? to : end);
    }
}

int shadow_touched(const struct touched **cells)
{
    *cells = touched;
    return touched_count;
}
