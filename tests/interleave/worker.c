/* worker.c - the places of a team's members, which tasks occupy in turn. */
#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/interleave.h"
#include "interleave/race.h"
#include "interleave/reduction.h"
#include "interleave/task_own.h"

/* The address that stands for "which worker runs a task matters". */
static char who_matters;

void task_implicit(struct implicit *implicit, struct thread *thread)
{
    struct task *task = stage_alloc(sizeof *task);
    task->team = implicit->team;
    task->thread = thread;
    task->started = true;
    task->group = implicit->team->group;
    implicit->task = task;
    if (!implicit->team->workers)
        implicit->team->workers = stage_alloc((size_t)implicit->team->size * sizeof(struct worker));
    struct worker *worker = &implicit->team->workers[implicit->number];
    worker->top = thread;
    worker->tls = thread->tls_slot;
    thread->worker = worker;
}

static bool descends(const struct task *task, const struct task *from)
{
    while (task && task != from)
        task = task->parent;
    return task != NULL;
}

/* Its member, or the task on it, waits where other tasks may run. */
static bool is_free(const struct worker *worker, const struct task *task)
{
    const struct thread *top = worker->top;
    if (!top)
        return true;
    bool waits =
        top->state == THREAD_BLOCKED && top->team == task->team &&
        (top->waits == WAIT_BARRIER || top->waits == WAIT_TASK || top->waits == WAIT_JOIN) &&
        !top->resumes;
    const struct task *suspended = top->implicit->task;
    return waits && (!suspended->parent || suspended->untied || descends(task, suspended));
}

bool task_can_start(const struct task *task)
{
    const struct team *team = task->team;
    for (int i = 0; i < team->size; i++)
        if (is_free(&team->workers[i], task))
            return true;
    return false;
}

int task_places(const struct task *task)
{
    const struct team *team = task->team;
    int places = 0;
    if (racy((uintptr_t)&who_matters, 1))
        return 1;
    for (int i = 0; i < team->size; i++) {
        const struct thread *top = team->workers[i].top;
        if (top && top->implicit->task->parent) /* a suspended task chooses who may */
            return 1;
        places += is_free(&team->workers[i], task);
    }
    return places > 0 ? places : 1;
}

/* Learnt by the construct, like a racy word. */
static uintptr_t occupying(const struct task *task) { return (uintptr_t)task->pc << 3; }

void task_occupies(const struct task *task)
{
    if (!task->started)
        return; /* it waits for those that it excludes, without a worker */
    racy_add(occupying(task), 1);
    if (task->thread && task->thread->late)
        stage.crowded = true;
}

bool task_commutes(const struct task *task)
{
    return !racy(occupying(task), 1) && !racy((uintptr_t)&who_matters, 1);
}

/* The thread leaves the worker to another, for a time or for good. */
static void ran_on(struct worker *worker, struct thread *thread)
{
    if (!racy((uintptr_t)&who_matters, 1))
        return;
    if (!worker->ran)
        worker->ran = stage_alloc(sizeof *worker->ran);
    order_join(worker->ran, &thread->order);
    thread->order.hb.at[thread->strand]++;
}

/* The worker that takes it: the lowest that is free, or any of them. */
void worker_claim(struct task *task)
{
    struct team *team = task->team;
    int free[MAX_THREADS], count = 0;
    free[0] = 0;
    for (int i = 0; i < team->size; i++)
        if (is_free(&team->workers[i], task))
            free[count++] = i;
    int chosen = racy((uintptr_t)&who_matters, 1) ? interleave_choose(count)
                                                  : reduction_spreads(task, free, count);
    struct thread *self = stage.self;
    struct worker *worker = &team->workers[free[chosen]];
    self->worker = worker;
    self->below = worker->top;
    if (self->below)
        reduction_leaves(self->below);
    worker->top = self;
    self->number = self->implicit->number = free[chosen];
    self->tls_slot = worker->tls;
    if (self->clock < worker->free_since)
        self->clock = worker->free_since;
    if (self->below)
        ran_on(worker, self->below);
}

void task_resume(struct thread *thread)
{
    if (thread->worker->top != thread) {
        thread->resumes = true; /* when its worker is free again */
        return;
    }
    thread->resumes = false;
    cost_wake(thread, stage.self->clock);
    wake(thread);
}

void worker_leave(struct thread *self)
{
    struct worker *worker = self->worker;
    ran_on(worker, self);
    reduction_leaves(self);
    worker->top = self->below;
    worker->free_since = self->clock;
    if (worker->top && worker->top->resumes)
        task_resume(worker->top);
}

void task_member_leaves(struct thread *member)
{
    reduction_leaves(member);
    member->worker->top = NULL;
    member->worker->free_since = member->clock;
}

void task_depends_on_worker(void)
{
    if (stage.regions > 0 && stage.self->task)
        racy_add((uintptr_t)&who_matters, 1);
}

void task_asks_who(void)
{
    struct thread *self = stage.self;
    if (self->implicit->task->finds_copies) {
        self->implicit->task->finds_copies = false;
        return;
    }
    task_depends_on_worker();
    if (self->task && self->worker && self->worker->ran)
        order_acquire(self->worker->ran);
}
