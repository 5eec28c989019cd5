#include "interleave/code.h"

#define MOST_CODE ((size_t)1 << 24)

struct code_range code_ranges[MAX_CODE_RANGES];
static int count;

void code_add(uintptr_t start, size_t size)
{
    size_t before = count ? code_ranges[count - 1].before + code_ranges[count - 1].size : 1;
    if (count == MAX_CODE_RANGES || before + size > MOST_CODE)
        return;
    code_ranges[count++] = (struct code_range){start, size, (uint32_t)before};
}

uint32_t code_search(uintptr_t pc)
{
    for (int i = 0; i < count; i++)
        if (pc - code_ranges[i].start < code_ranges[i].size)
            return (uint32_t)(pc - code_ranges[i].start) + code_ranges[i].before;
    return 0;
}

const void *code_at(uint32_t code)
{
    for (int i = 0; i < count; i++)
        if (code >= code_ranges[i].before && code - code_ranges[i].before < code_ranges[i].size)
            return (const void *)(code_ranges[i].start + code - code_ranges[i].before);
    return NULL;
}
