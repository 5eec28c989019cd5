/* lines.h - cache lines of the virtual machine: who has a copy, who pays.
 *
 * A line of 64 bytes is held by cores. Reading needs a copy, writing the only
 * one. What another core has changed is asked for, and comes
 * COST_LINE_TRANSFER later, or so long after it has come to whoever asked
 * before; until then its owner may update it once more. Where cores fight over a
 * line but no byte of it is shared, the sharing is false.
 *
 * Most lines are never fought over: what a core has done with such a line a
 * short time ago it does again at once (lines_quick).
 */
#ifndef INTERLEAVE_LINES_H
#define INTERLEAVE_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/interleave.h"

struct line_access {
    uintptr_t address;
    uint32_t size; /* within one line */
    bool write;
    bool atomic; /* an atomic update waits for a line of which it has a copy only */
    const void *pc;
};

#define QUICK_LINES 512

/* By core: number of a line that it holds, times two, and one if it alone does. */
extern uint64_t lines_known[64][QUICK_LINES];

static inline uint64_t line_number(uintptr_t address) { return (address >> 6) + 1; }

/* The core has it, and nobody fights for it. */
static inline bool lines_quick(uintptr_t address, int core, bool write)
{
    uint64_t number = line_number(address);
    uint64_t known = lines_known[core][number % QUICK_LINES];
    return write ? known == (number << 1 | 1) : known >> 1 == number;
}

void lines_begin(void);

/* Does it matter in which order cores get to this line? */
bool lines_fought(const struct line_access *access, int core);

/* Asks for the line at that time. Returns when the core can use it: now, or later. */
uint64_t lines_ask(const struct line_access *access, int core, uint64_t now);

/* The core uses it, having waited for it so long: nanoseconds. */
void lines_use(const struct line_access *access, int core, uint64_t waited);

/* The most costly lines, at most `room`. Returns how many. */
int lines_report(struct shared_line *lines, int room);

/* Virtual time that all lines together took to change cores for nothing. */
uint64_t lines_false_cost(void);

#endif
