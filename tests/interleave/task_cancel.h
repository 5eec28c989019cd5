/* task_cancel.h - cancel taskgroup, cancellation point taskgroup (OpenMP 5.0, 2.18).
 *
 * The tasks of a cancelled group, or of a cancelled region, that have not started
 * are discarded: they are complete as soon as what they depend on is, and what
 * depends on them may go on. Those that would be made later are not made. Those
 * that have started go on to their next cancellation point of the taskgroup, which
 * sees both. Whether a group is cancelled can be seen there and by whether a task
 * starts: these steps do not commute. A group within the cancelled one is another.
 */
#ifndef INTERLEAVE_TASK_CANCEL_H
#define INTERLEAVE_TASK_CANCEL_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/task.h"

/* GOMP_cancel(8, true): the group of the running task. True: go to the task's end. */
bool task_cancel(const void *pc, uintptr_t cfa);

/* A cancellation point: has somebody cancelled the group, or the region? */
bool task_cancellation_point(const void *pc, uintptr_t cfa);

/* A new task of a cancelled group or region is not made. */
bool task_refused(const struct task *task, bool undeferred, const void *pc, uintptr_t cfa);

/* Tasks of the team that have not started, of one group (NULL: all), are
 * complete without having run. */
void task_discard(struct team *team, const struct taskgroup *group);

#endif
