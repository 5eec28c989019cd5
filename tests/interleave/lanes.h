/* lanes.h - iterations that one thread runs, though they are not in order.
 *
 * `simd` says that iterations may run as lanes of one instruction stream: all do
 * their first access, then all their second, and so on. An iteration that needs
 * what an earlier one does later in its body is then wrong, though one thread
 * runs both. safelen(k) promises only that iterations less than k apart may run
 * so (OpenMP 5.0, 2.9.3.1); a loop without it promises all of them.
 *
 * order(concurrent), and with it the loop construct, says that iterations may run
 * in any order, or at once (2.9.5): there any two that touch the same data, one of
 * them writing, are wrong, whatever chunks of the loop the thread was given. What is
 * done with a lock held is not compared: another iteration may take the same.
 *
 * Accesses are compared within one loop of one thread, by the iteration and the
 * place in the body. Two things are the lane's own and never compared: what lies
 * on the stack of functions that the body calls, and what the loop combines
 * (reduction, linear). Of what lies in the frame of the loop's function it is known by
 * name what all lanes have in common (simd_assigned.h); the rest may be private, and a
 * lane's until it reads what another wrote.
 */
#ifndef INTERLEAVE_LANES_H
#define INTERLEAVE_LANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct thread;

/* An access in a lane of the running thread (thread->in_lane). */
void lanes_access(uintptr_t address, size_t size, bool write, const void *pc);

/* The body calls a function, or that returns. */
void lanes_call(const void *caller);
void lanes_return(void);

/* It takes a lock, or gives it back (-1). */
void lanes_lock(int change);

/* Memory that starts a new life. */
void lanes_forget(uintptr_t address, size_t size);

/* What follows on this thread is another chunk of the loop; or another loop, or run of it. */
void lanes_end_chunk(const struct thread *thread);
void lanes_end_loop(const struct thread *thread);

#endif
