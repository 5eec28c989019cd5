/* code.h - places in the program's code as small numbers, for shadow memory:
 * 24 bits in place of a pointer. 0 stands for code that was not loaded with
 * code_add(), or that lies beyond the first 16 MiB in all.
 */
#ifndef INTERLEAVE_CODE_H
#define INTERLEAVE_CODE_H

#include <stddef.h>
#include <stdint.h>

struct code_range {
    uintptr_t start, size;
    uint32_t before; /* bytes in the ranges before it */
};

#define MAX_CODE_RANGES 8
extern struct code_range code_ranges[MAX_CODE_RANGES];

/* An object's instructions, when it is loaded. */
void code_add(uintptr_t start, size_t size);

uint32_t code_search(uintptr_t pc);
const void *code_at(uint32_t code);

static inline uint32_t code_of(const void *pc)
{
    uintptr_t offset = (uintptr_t)pc - code_ranges[0].start;
    return offset < code_ranges[0].size ? (uint32_t)offset + 1 : code_search((uintptr_t)pc);
}

#endif
