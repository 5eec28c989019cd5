/* fiber.h - stacks, and the switch between them.
 *
 * A fiber is a stack with a guard page below it and a saved stack pointer. All
 * stacks lie in one reservation, each at the same address in every execution.
 * Only one fiber runs at a time; the host is a fiber too.
 *
 *     fiber_reserve()               once
 *     fiber_start(&f, i, entry)     stack number i; entry() must never return
 *     fiber_switch(&from, &to)      continues `to`; returns when somebody
 *                                   switches back to `from`
 */
#ifndef INTERLEAVE_FIBER_H
#define INTERLEAVE_FIBER_H

#include <stddef.h>
#include <stdint.h>

struct fiber {
    void *sp;            /* where it stands, while it does not run */
    uintptr_t low, high; /* its stack: [low, high); 0 for the host's */
    void *fake;          /* AddressSanitizer's own record of the stack */
};

/* Code may run on stacks too: a program of nested functions wants that. Before
 * fiber_reserve(). */
void fiber_allow_code(void);

/* Reserves the stacks; memory is used when touched. Ends the process when the
 * system refuses. */
void fiber_reserve(void);

/* Makes f stand at the start of entry, on stack number stack (0 … MAX_THREADS
 * - 1), with a poisoned stack. */
void fiber_start(struct fiber *f, int stack, void (*entry)(void));

/* What memory of a stack holds that nobody has written. */
void fill_pattern(void *at, size_t size);

/* The first thing that entry does. */
void fiber_arrived(void);

void fiber_switch(struct fiber *from, struct fiber *to);

#define STACK_FAULT                                                                                \
    "the stack overflowed (a recursion without end, a very large local array, "                    \
    "or a write far beyond one)"

/* Stack number whose guard page holds address, else -1. */
int fiber_guarding(uintptr_t address);

/* Stack number that holds address, else -1. */
int fiber_holding(uintptr_t address);

#endif
