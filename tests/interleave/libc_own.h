/* libc_own.h - what the files of the wrapped libc functions share. */
#ifndef INTERLEAVE_LIBC_OWN_H
#define INTERLEAVE_LIBC_OWN_H

#include <stdbool.h>
#include <stdlib.h>

#include "interleave/abi.h"
#include "interleave/memory.h"
#include "interleave/schedule.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

#define MAX_HANDLERS 32

/* libc's own variables, as far as programs can tell them apart: put back before
 * each execution, and part of its state. */
struct libc_hidden {
    char *token_rest; /* strtok */
    struct random_data generator;
    char generator_state[128];
    bool seeded;
    void (*handler[MAX_HANDLERS])(void); /* atexit */
    int handlers;
};

extern struct libc_hidden libc_hidden;

/* In a wrapped function: what it reads, writes, and which shared state it uses. */
#define READ(address, size) memory_read(address, size, CALLER_PC, CALLER_CFA)
#define WRITE(address, size) memory_write(address, size, CALLER_PC, CALLER_CFA)
#define SHARED(object) memory_shared_call(object, CALLER_PC, CALLER_CFA)

#endif
