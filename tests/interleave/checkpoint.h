/* checkpoint.h - an execution as it stood before one of its choices.
 *
 * The next execution of a depth-first search takes the same choices as the last one
 * up to one of the latter: it need not start at the beginning. An execution is
 * pieces of memory: its stacks, the program's data and heap, our own records of it.
 * They are copied where the search is likely to come back, and copied back when it
 * does. Everything that is counted goes on from what it was then, so that an answer
 * is the same with checkpoints and without.
 *
 *     checkpoint_save(d)    before choice d of the running execution
 *     checkpoint_drop(d)    the next execution takes another choice d: what was
 *                           saved later is of no use
 *     checkpoint_resume()   the execution is as it was at the latest that is left
 *
 * Only the executions of one engine after each other have them. Where it would take
 * more to copy everything than to run up to there, nothing is saved.
 */
#ifndef INTERLEAVE_CHECKPOINT_H
#define INTERLEAVE_CHECKPOINT_H

#include <stdbool.h>
#include <stddef.h>

/* So large it may be; 0: there are none. */
extern size_t checkpoint_limit;

void checkpoint_save(int depth);
void checkpoint_drop(int depth);

/* Of an execution under stage.policy: the choice before which it stands, or -1: it
 * is to start at its beginning. */
int checkpoint_resume(void);

/* ---- for who keeps something of an execution -------------------------------------- */

/* Marks small variables that belong to an execution: they are saved. */
#define OF_EXECUTION __attribute__((section("of_execution")))

/* Called while a checkpoint is made: this is to be saved. */
void checkpoint_piece(void *at, size_t size);

/* The same: what there is can't be saved. */
void checkpoint_refuse(void);

#endif
