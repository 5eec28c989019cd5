/* task.c - a task's life on a thread: it is ready, admitted, runs, is complete.
 *
 * Each deferred task gets a thread of its own; where none is free, it stands in
 * the queue of its team until one is. See task.h.
 */
#include "interleave/task_own.h"

#include "interleave/cost.h"
#include "interleave/heap.h"
#include "interleave/strand.h"
#include "interleave/task_cancel.h"
#include "interleave/worksharing.h"

/* ---- completion ------------------------------------------------------------------ */

static void unlink_task(struct task *task)
{
    if (task->before)
        task->before->next = task->next;
    else
        task->team->tasks = task->next;
    if (task->next)
        task->next->before = task->before;
}

/* Gives back the record of a task that nobody refers to any more, and those of
 * its ancestors that waited for that. */
void task_recycle(struct task *task)
{
    while (task->complete && task->heirs == 0 && !task->named && task->parent && stage_frees()) {
        struct task *parent = task->parent;
        if (task->data)
            heap_free(task->data);
        order_free(task->children_done);
        stage_free(task, sizeof *task);
        parent->heirs--;
        task = parent;
    }
}

/* At a taskwait or the end of a taskgroup of its own. */
static bool waits(const struct task *task)
{
    return task->thread && task->thread->state == THREAD_BLOCKED &&
           task->thread->waits == WAIT_TASK && task->thread->implicit->task == task;
}

static void wake_who_waited(const struct task *task)
{
    for (struct task *waiting = task->parent; waiting; waiting = waiting->parent) {
        bool group_done = waiting->waits_group && waiting->waits_group->count == 0;
        bool children_done =
            waiting == task->parent && !waiting->waits_group && waiting->children == 0;
        if (waits(waiting) && (group_done || children_done))
            task_resume(waiting->thread);
    }
}

void task_publish(struct task *task)
{
    order_join(&task->created, &stage.self->order);
    stage.self->order.hb.at[stage.self->strand]++;
}

void task_complete(struct task *task)
{
    task_publish(task);
    stage.effort += 2 * (uint64_t)order_strands;
    task->complete = true;
    order_join(order_in(&task->parent->children_done), &task->created);
    task->parent->children--;
    if (task->group) {
        order_join(&task->group->done, &task->created);
        task->group->count--;
    }
    unlink_task(task);
    depend_done(task);
    wake_who_waited(task);
    team_task_done(task->team, &task->created);
    if (!task->thread || task->undeferred)
        task_recycle(task);
}

/* ---- on a thread ----------------------------------------------------------------- */

static void admit_queued(struct team *team);

/* The thread that was made for it ends. */
static void retire(struct task *task)
{
    struct thread *self = stage.self;
    struct team *team = task->team;
    self->recycle = true;
    strand_give(self); /* while it is known which task it was */
    stage_free(self->implicit->chunk, sizeof(struct chunk));
    stage_free(self->implicit, sizeof *self->implicit);
    self->implicit = NULL;
    self->team = NULL;
    self->task = NULL;
    task->thread = NULL;
    task_recycle(task);
    admit_queued(team);
}

void task_ends(struct task *task)
{
    task->returned = true;
    cost_task_ends(task);
    if (!task->detached || task->fulfilled)
        task_complete(task);
    else
        task_publish(task);
}

static void task_main(void *argument)
{
    struct task *task = argument;
    struct step step = {.kind = STEP_START,
                        .writes = true,
                        .size = 8,
                        .pc = task->pc,
                        .object = (uintptr_t)&task->team->workers};
    depend_exclude(task);
    if (!task->discarded)
        stand(&step);
    if (task->discarded) {
        retire(task);
        return;
    }
    task->started = true;
    worker_claim(task);
    cost_task_starts(task);
    record_label("starts a task", task->pc);
    poison_stack();
    task->function(task->data);
    task_ends(task);
    worker_leave(stage.self);
    retire(task);
}

static bool admit(struct task *task)
{
    struct thread *thread = thread_new_after(task_main, task, &task->created);
    if (!thread)
        return false;
    struct implicit *implicit = stage_alloc(sizeof *implicit);
    implicit->team = task->team;
    implicit->icv = task->icv;
    implicit->task = task;
    thread->implicit = implicit;
    thread->team = task->team;
    thread->task = task;
    thread->late |= task->late;
    thread->number = 0;
    thread->clock = stage.self->clock;
    cost_task_stands(task, thread);
    task->thread = thread;
    return true;
}

void task_ready(struct task *task)
{
    if (task->discarded) {
        task_complete(task);
        return;
    }
    if (task->undeferred) {
        if (waits(task->parent) && task->predecessors == 0)
            task_resume(task->parent->thread);
        return;
    }
    struct team *team = task->team;
    if (!team->queue && admit(task))
        return;
    task->late = true; /* it starts in order of creation: not every schedule */
    if (team->queue)
        team->queue_end->queued = task;
    else
        team->queue = task;
    team->queue_end = task;
}

static void admit_queued(struct team *team)
{
    while (team->queue && admit(team->queue))
        team->queue = team->queue->queued;
}
