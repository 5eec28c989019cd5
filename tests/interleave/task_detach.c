/* task_detach.c - the events of detachable tasks (OpenMP 5.0, 2.10.1 and 3.5).
 *
 * A task with detach(event) is complete when it has returned and its event is
 * fulfilled, whichever comes last: whoever does the latter completes it.
 */
#include <omp.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/checkpoint.h"
#include "interleave/memory.h"
#include "interleave/task_own.h"

/* Every detachable task of the execution, latest first. */
static OF_EXECUTION struct task *detachable;
static OF_EXECUTION uint64_t execution;

void task_detach(struct task *task, void **own, void *event, const void *pc, uintptr_t cfa)
{
    if (execution != stage.execution)
        detachable = NULL;
    execution = stage.execution;
    task->detached = task->named = true;
    task->next_detachable = detachable;
    detachable = task;
    *own = task;
    task_holds();
    memory_write(event, sizeof task, pc, cfa);
    memcpy(event, &task, sizeof task);
}

const void *task_unfulfilled(int i)
{
    const struct task *task = execution == stage.execution ? detachable : NULL;
    for (; task; task = task->next_detachable)
        if (task->returned && !task->fulfilled && i-- == 0)
            return task->pc;
    return NULL;
}

static struct task *task_of(omp_event_handle_t event)
{
    struct task *task = execution == stage.execution ? detachable : NULL;
    while (task && task != (const struct task *)event)
        task = task->next_detachable;
    return task;
}

ABI void omp_fulfill_event(omp_event_handle_t event)
{
    struct task *task = task_of(event);
    if (!task || task->fulfilled) {
        stage.message_pc = CALLER_PC;
        stage_end(END_CRASH, "omp_fulfill_event %s",
                  task ? "for the second time on one event"
                       : "on an event that no task with detach has set");
    }
    task->fulfilled = true;
    if (task->returned)
        task_complete(task);
    else
        task_publish(task);
}
