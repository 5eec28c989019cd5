/* shadow.h - the memory behind race.h: a cell for every word of 8 bytes.
 *
 * Cells are found by the address alone (a table of three levels), never
 * hashed. A cell belongs to the execution whose number it carries: an older
 * cell counts as empty, so that nothing is cleared between executions.
 */
#ifndef INTERLEAVE_SHADOW_H
#define INTERLEAVE_SHADOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct epoch {
    uint32_t at;  /* the strand's own clock; 0 means no access */
    uint32_t who; /* the strand; above its 8 bits the place: code.h */
};

/* What one strand did since the last plain write, when one epoch is too few. */
struct by_strand {
    struct epoch plain_read, atomic_read, atomic_write;
};

struct wide {
    int strands;
    struct by_strand by[];
};

struct record {
    struct epoch write; /* the last plain write */
    struct epoch read;  /* the plain read since, while one is enough */
    struct wide *wide;  /* or NULL */
};

struct cell {
    uint32_t execution;
    uint8_t offset, size; /* of all accesses so far, while granule is 0; size 0 none */
    uint8_t granule;      /* 1, 2 or 4: accesses differ; a record for so many bytes */
    union {
        struct record whole;
        struct record *parts; /* 8 / granule of them */
    };
};

/* A new execution: everything so far is forgotten. When `listed`, the cells that
 * are touched can be gone through. */
void shadow_begin(uint32_t execution, bool listed);

#define SHADOW_PAGE_BITS 9 /* words of a page of cells */
#define SHADOW_RECENT 512

struct page {
    uint32_t execution; /* the last in which one of its cells was touched */
    uint32_t *group;    /* the same of the pages around it */
    struct cell cells[1 << SHADOW_PAGE_BITS];
};

/* Pages that were looked at lately, by the low bits of their numbers. */
struct recent_page {
    uintptr_t number;
    struct page *page; /* NULL: none */
};
extern struct recent_page shadow_recent[SHADOW_RECENT];
extern uint32_t shadow_now; /* the running execution */

struct cell *shadow_find(uintptr_t word);

static inline struct cell *shadow_cell(uintptr_t address)
{
    uintptr_t word = address >> 3 & ((UINT64_C(1) << 44) - 1), page = word >> SHADOW_PAGE_BITS;
    const struct recent_page *recent = &shadow_recent[page & (SHADOW_RECENT - 1)];
    if (recent->number == page && recent->page) {
        struct cell *cell = &recent->page->cells[word & ((1 << SHADOW_PAGE_BITS) - 1)];
        if (cell->execution == shadow_now)
            return cell;
    }
    return shadow_find(word);
}

/* Gives the cell records of at most so many bytes each. */
void shadow_split(struct cell *cell, unsigned granule);
struct wide *shadow_widen(struct record *record, int strands);
void shadow_forget(uintptr_t address, size_t size);

/* The cells touched in this execution, in the order of first touch. */
struct touched {
    uintptr_t address; /* of the word */
    struct cell *cell;
};
int shadow_touched(const struct touched **cells);

#endif
