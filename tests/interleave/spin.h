/* spin.h - threads that wait by looking again and again.
 *
 * A thread that comes back to the same point with the same live stack, having
 * written nothing since, will go on doing so until something it read changes:
 * it waits for that, and the search need not follow it round the loop.
 */
#ifndef INTERLEAVE_SPIN_H
#define INTERLEAVE_SPIN_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/schedule.h"

/* The thread has just done its step; it wrote if `wrote`. True when it spins:
 * it is to wait for a change of what it read. */
bool spin_look(struct thread *thread, const struct step *step, bool wrote);

/* So much of the live stack is compared, from the innermost frame on. What lies
 * above is the same as long as nobody writes there. */
#define SPIN_STACK ((size_t)16 << 10)

/* Is a plain write, by a function with this canonical frame address, one to what is
 * compared, or to a frame that is gone by then? */
static inline bool spin_local(const struct thread *self, uintptr_t address, uintptr_t cfa)
{
    return address >= self->fiber.low && address < self->fiber.high && address < cfa + SPIN_STACK;
}

/* An object was written by somebody: who spun on it goes on. */
void spin_written(uintptr_t object, uint32_t size);

/* The thread wrote something, visible or not: its past does not count. */
static inline void spin_forget(struct thread *thread)
{
    thread->seen_count = 0;
    thread->looks = 0;
    thread->read_count = 0;
    thread->yielded = thread->asked_time = false;
}

/* The running thread asks what time it is, which is another at each look. */
void spin_asks_time(void);

/* Nobody can go on: does time go on for somebody who waits for it? */
bool spin_let_time_pass(void);

/* A loop of plain accesses was found: called from the hooks every SPIN_LOOK
 * basic blocks without a visible step. What it reads becomes visible. */
void spin_plain_block(uintptr_t cfa, const void *pc);
void spin_collect(uintptr_t address, uint32_t size);
void spin_begin(void);

extern uint64_t spin_looks;  /* at basic blocks since something was written */
extern bool spin_collecting; /* what is read belongs to the loop */

static inline void spin_plain_read(uintptr_t address, uint32_t size)
{
    if (spin_collecting)
        spin_collect(address, size);
}

static inline void spin_plain_write(void)
{
    stage.self->last_progress = stage.steps;
    if (spin_looks > 0)
        spin_begin();
}

#endif
