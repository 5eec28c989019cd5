/* lines.h - cache lines of the virtual machine: who has a copy, who pays.
 *
 * A line of 64 bytes is held by cores. Reading needs a copy, writing the only
 * one; a copy that another core has changed costs a transfer. Where cores fight
 * over a line but no byte of it is shared, the sharing is false.
 */
#ifndef INTERLEAVE_LINES_H
#define INTERLEAVE_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/interleave.h"

void lines_begin(void);

/* Would this access need the line from another core? */
bool lines_foreign(uintptr_t address, int core, bool write);

/* Have cores met on this line before? Then the order of accesses matters. */
bool lines_contended(uintptr_t address);

/* An access; returns true when the line had to be transferred. */
bool lines_access(uintptr_t address, uint32_t size, int core, bool write, const void *pc);

/* The most costly lines, at most `room`. Returns how many. */
int lines_report(struct shared_line *lines, int room);

/* Virtual time that all lines together took to change cores for nothing. */
uint64_t lines_false_cost(void);

#endif
