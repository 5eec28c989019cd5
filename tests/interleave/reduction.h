/* reduction.h - reductions over tasks: a private copy for each worker.
 *
 * gcc describes the list items of task_reduction(…) or reduction(task, …) in a
 * block of words; the runtime makes room for one set of copies a thread and
 * notes where. A task with in_reduction(…) asks for the set of the worker that
 * runs it; the code that gcc emits initialises the copies and combines them.
 *
 * Two tasks that one worker runs use the same copies one after the other. That
 * orders what they do with the copies, and nothing else.
 */
#ifndef INTERLEAVE_REDUCTION_H
#define INTERLEAVE_REDUCTION_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/task.h"
#include "interleave/worksharing.h"

/* A worksharing construct (or scope) with reduction(task, …) begins: for
 * GOMP_loop_start, GOMP_sections2_start and GOMP_scope_start, after
 * share_enter(), when `block` (gcc's uintptr_t *reductions) is not NULL. It ends
 * by gcc's call of GOMP_workshare_task_reduction_unregister. */
void reduction_share_begins(struct workshare *share, uintptr_t *block);

/* The list items of a taskgroup that the running task has just opened. */
void reduction_register(uintptr_t *block);

/* The task has asked for its worker's copies. */
void reduction_takes_part(struct task *task);

/* The thread leaves its worker to another, for a time or for good. */
void reduction_leaves(const struct thread *thread);

/* Is this a copy of the running thread's worker, and did what that strand had
 * done by `at` run there before? Such an access is no race. */
bool reduction_orders(uintptr_t address, int strand, uint32_t at);

/* For the hash of a state: which workers know an epoch. */
uint64_t reduction_orders_after(int strand, uint32_t at);

/* The place in free[0 … count-1] of the worker that takes the task: tasks with
 * reductions are spread, so that more than one set of copies is in use. */
int reduction_spreads(const struct task *task, const int *free, int count);

#endif
