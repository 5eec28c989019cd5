/* task_nested.c - a task that waits runs one that it waits for, on its own stack.
 *
 * Where all threads are taken, by tasks that wait mostly, those that are queued
 * would never get one. They run as they would in other runtimes: within the
 * task that waits for them. To the race detector they are tasks like any others,
 * with a strand of their own that begins at their creation.
 */
#include <string.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/race.h"
#include "interleave/strand.h"
#include "interleave/task_own.h"
#include "interleave/worksharing.h"

/* What a thread is while it runs a task. */
struct identity {
    struct implicit *implicit;
    struct task *task;
    int strand;
    bool fenced, loaded;
    struct order order;
};

static struct identity *put_away(struct thread *self)
{
    struct identity *outer = stage_alloc(sizeof *outer);
    worker_lends(self);
    outer->implicit = self->implicit;
    outer->task = self->task;
    outer->strand = self->strand;
    outer->fenced = self->fenced;
    outer->loaded = self->loaded;
    memcpy(&outer->order, &self->order, sizeof outer->order);
    return outer;
}

/* The fences of the outer task hold for it alone: they are left out for good. */
static void take_back(struct thread *self, struct identity *outer)
{
    struct steps dep = self->order.dep;
    worker_lends(self);
    strand_give(self);
    stage_free(self->implicit->chunk, sizeof(struct chunk));
    stage_free(self->implicit, sizeof *self->implicit);
    self->implicit = outer->implicit;
    self->task = outer->task;
    self->strand = outer->strand;
    self->fenced = self->loaded = false;
    memcpy(&self->order, &outer->order, sizeof self->order);
    steps_join(&self->order.dep, &dep);
    stage_free(outer, sizeof *outer);
}

static void become(struct thread *self, struct task *task)
{
    struct implicit *implicit = stage_alloc(sizeof *implicit);
    implicit->team = task->team;
    implicit->icv = task->icv;
    implicit->task = task;
    implicit->number = self->number;
    self->implicit = implicit;
    self->task = task;
    self->late = true;
    self->fenced = self->loaded = false;
    struct steps dep = self->order.dep;
    int strand = self->strand = strand_take(self, &task->created, self->slot);
    order_copy(&self->order, &task->created);
    steps_join(&self->order.dep, &dep);
    self->order.hb.at[strand] = strand_last(strand) + 1;
}

/* Below, the stack holds frames of functions that have returned: what was done
 * there is nothing to those that follow. */
static void forget_below(const struct thread *self)
{
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    race_forget(self->fiber.low, here - self->fiber.low);
}

static void run_nested(struct task *task)
{
    struct thread *self = stage.self;
    struct identity *outer = put_away(self);
    become(self, task);
    forget_below(self);
    worker_is_given();
    task->thread = self;
    depend_exclude(task);
    if (!task->discarded) {
        task->started = true;
        cost_task_starts(task);
        task->function(task->data);
        task_ends(task);
    }
    take_back(self, outer);
    forget_below(self);
    task->thread = NULL;
    task_recycle(task);
}

/* The latest of the queue that descends from it: taken out. NULL: there is none. */
static struct task *take_descendant(const struct task *waiting)
{
    struct team *team = waiting->team;
    struct task **found = NULL, *before = NULL, *last = NULL;
    for (struct task **at = &team->queue; *at; last = *at, at = &(*at)->queued)
        if (task_descends(*at, waiting)) {
            found = at;
            before = last;
        }
    if (!found)
        return NULL;
    struct task *task = *found;
    *found = task->queued;
    if (team->queue_end == task)
        team->queue_end = before;
    task->queued = NULL;
    return task;
}

bool task_run_queued(const struct task *waiting)
{
    struct task *task = waiting->team->queue ? take_descendant(waiting) : NULL;
    if (task)
        run_nested(task);
    return task != NULL;
}

static bool some_run(void)
{
    for (int i = 0; i < order_slots; i++)
        if (stage.threads[i].state != THREAD_NONE && stage.threads[i].task)
            return true;
    return false;
}

void task_relieve(struct team *team)
{
    while (team->queue && !some_run()) {
        struct task *task = team->queue;
        team->queue = task->queued;
        task->queued = NULL;
        run_nested(task);
    }
}
