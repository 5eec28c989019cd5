/* task_cancel.h - cancel taskgroup, cancellation point taskgroup (OpenMP 5.0, 2.18).
 *
 * A cancelled group's tasks that have not started are discarded: they are
 * complete as soon as what they depend on is, and what depends on them may go on. Those that have started
 * go on to their next cancellation point. Whether a group is cancelled can be
 * seen there and by whether a task starts: these steps do not commute.
 */
#ifndef INTERLEAVE_TASK_CANCEL_H
#define INTERLEAVE_TASK_CANCEL_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/task.h"

/* GOMP_cancel(8, true): the group of the running task. True: go to its end. */
bool task_cancel(const void *pc, uintptr_t cfa);

/* A cancellation point: has somebody cancelled the group? */
bool task_cancellation_point(const void *pc, uintptr_t cfa);

/* A new task of a cancelled group is not made. */
bool task_refused(const struct task *task, bool undeferred, const void *pc, uintptr_t cfa);

/* Tasks of the team that have not started, of one group (NULL: all), are
 * complete without having run. */
void task_discard(struct team *team, const struct taskgroup *group);

#endif
