#include "interleave/task_cancel.h"

#include <stddef.h>

#include "interleave/environment.h"
#include "interleave/spin.h"
#include "interleave/task_own.h"

static bool cancellation(void) { return environment.cancellation; }

/* A group of a worksharing construct is gcc's own: the program's is around it. */
static struct taskgroup *programs_own(struct taskgroup *group)
{
    return group && group->of_share && group->around ? group->around : group;
}

static struct taskgroup *group_to_cancel(void)
{
    const struct task *task = task_current();
    return programs_own(task->inner ? task->inner : task->group);
}

/* What who cancelled the task's group or its region published, or NULL. */
static const struct order *cancelled(const struct team *team, const struct taskgroup *group)
{
    if (group && group->cancelled)
        return group->cancelled;
    return team->region_cancelled ? team->region_order : NULL;
}

/* ---- discarding ------------------------------------------------------------------- */

static void mark(struct team *team, const struct taskgroup *group)
{
    for (struct task *task = team->tasks; task; task = task->next)
        if (!task->started && !task->undeferred && (!group || programs_own(task->group) == group))
            task->discarded = true;
}

static void drop_from_queue(struct team *team)
{
    struct task **at = &team->queue;
    team->queue_end = NULL;
    while (*at) {
        if ((*at)->discarded) {
            *at = (*at)->queued;
        } else {
            team->queue_end = *at;
            at = &(*at)->queued;
        }
    }
}

/* The thread that stands for it ends without a step. */
static void dismiss(struct thread *thread)
{
    if (thread->state != THREAD_STANDING)
        return; /* it has not come so far: it will see */
    stage.standing &= ~(UINT64_C(1) << thread->slot);
    wake(thread);
}

/* One that is still being made, or waits for others, is complete when that is over. */
static struct task *next_to_drop(const struct team *team)
{
    struct task *task = team->tasks;
    while (task && !(task->discarded && task->made && task->predecessors == 0))
        task = task->next;
    return task;
}

/* The end of one may be that of its successors: each is looked for anew. */
void task_discard(struct team *team, const struct taskgroup *group)
{
    struct task *task;
    mark(team, group);
    drop_from_queue(team);
    while ((task = next_to_drop(team)) != NULL) {
        if (task->thread)
            dismiss(task->thread);
        task_complete(task);
    }
}

/* ---- steps ------------------------------------------------------------------------ */

/* Starts stand on `workers`, looks at the group on `cancels`; a cancel on both. */
static struct step step_of(bool cancels, const void *pc, uintptr_t cfa)
{
    struct team *team = stage.self->team;
    _Static_assert(offsetof(struct team, cancels) == offsetof(struct team, workers) + 8,
                   "one step can stand on both");
    return (struct step){.kind = STEP_GRAB,
                         .writes = cancels,
                         .size = cancels ? 16 : 8,
                         .object = cancels ? (uintptr_t)&team->workers : (uintptr_t)&team->cancels,
                         .pc = pc,
                         .cfa = cfa};
}

bool task_cancel(const void *pc, uintptr_t cfa)
{
    struct taskgroup *group = group_to_cancel();
    if (!cancellation())
        return false;
    if (!group)
        return true;
    struct step step = step_of(true, pc, cfa);
    stand(&step);
    record_label("cancels the taskgroup", pc);
    spin_forget(stage.self);
    spin_written(step.object, step.size);
    if (!group->cancelled)
        group->cancelled = stage_alloc(sizeof *group->cancelled);
    order_release_join(group->cancelled);
    task_discard(stage.self->team, group);
    return true;
}

bool task_cancellation_point(const void *pc, uintptr_t cfa)
{
    if (!cancellation())
        return false;
    struct team *team = stage.self->team;
    const struct taskgroup *group = group_to_cancel();
    struct step step = step_of(false, pc, cfa);
    stand(&step);
    const struct order *by = cancelled(team, group);
    if (by) {
        record_label(by == team->region_order ? "sees that the region is cancelled"
                                              : "sees that the taskgroup is cancelled",
                     pc);
        order_acquire(by);
        return true;
    }
    if (spin_look(stage.self, &step, false))
        block(WAIT_CHANGE, step.object, pc);
    return false;
}

bool task_refused(const struct task *task, bool undeferred, const void *pc, uintptr_t cfa)
{
    if (!cancellation())
        return false;
    if (undeferred) { /* it runs or not: that can be seen */
        struct step step = step_of(false, pc, cfa);
        stand(&step);
    }
    return cancelled(task->team, programs_own(task->group)) != NULL;
}
