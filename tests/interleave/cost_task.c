/* cost_task.c - what tasks cost.
 *
 * A team has one list of its tasks, behind one lock: putting a task there, and
 * taking and ending it, happen one at a time. With tasks shorter than that the
 * list is what decides how long all takes, as on libgomp.
 */
#include "interleave/cores.h"
#include "interleave/cost.h"
#include "interleave/task.h"

static uint64_t longer(uint64_t a, uint64_t b) { return a > b ? a : b; }

/* Waits for the list, and uses it so long. */
static void use_list(struct team *team, uint64_t nanoseconds)
{
    struct thread *self = stage.self;
    cores_wait_behind(0);
    if (team->list_free > self->clock)
        cost_add(team->list_free - self->clock);
    cost_add(nanoseconds);
    team->list_free = self->clock;
}

void cost_task_made(struct task *task)
{
    if (!stage.machine)
        return;
    use_list(task->team, COST_TASK_MADE);
    task->span = stage.self->span;
    task->ready_since = stage.self->clock;
}

void cost_task_ready(struct task *task)
{
    task->span = longer(task->span, stage.self->span);
    task->ready_since = longer(task->ready_since, stage.self->clock);
}

void cost_task_follows(struct task *task, const struct task *before)
{
    task->span = longer(task->span, before->span);
}

void cost_task_stands(const struct task *task, struct thread *thread)
{
    if (!stage.machine)
        return;
    thread->clock = task->ready_since;
    thread->span = task->span;
    thread->slice = 0;
    cores_ready(thread->clock);
}

void cost_task_starts(const struct task *task)
{
    if (stage.machine)
        use_list(task->team, COST_TASK_RUN);
}

void cost_task_ends(struct task *task)
{
    if (!stage.machine)
        return;
    go_on(); /* in the order of clocks */
    uint64_t span = task->span = stage.self->span;
    task->parent->children_span = longer(task->parent->children_span, span);
    task->team->span = longer(task->team->span, span);
    if (task->group)
        task->group->span = longer(task->group->span, span);
}

void cost_waited(uint64_t span) { stage.self->span = longer(stage.self->span, span); }
