/* worker.c - the places of a team's members, which tasks occupy in turn. */
#include "interleave/cost.h"
#include "interleave/interleave.h"
#include "interleave/race.h"
#include "interleave/reduction.h"
#include "interleave/task_own.h"

/* The address that stands for "which worker runs a task matters". */
static char who_matters;

void task_implicit(struct implicit *implicit, struct thread *thread)
{
    struct task *task = stage_alloc(IMPLICIT_TASK_BYTES);
    task->team = implicit->team;
    task->thread = thread;
    task->started = true;
    task->root = task;
    task->group = implicit->team->group;
    implicit->task = task;
    if (!implicit->team->workers)
        implicit->team->workers = stage_alloc((size_t)implicit->team->size * sizeof(struct worker));
    struct worker *worker = &implicit->team->workers[implicit->number];
    worker->top = thread;
    worker->tls = thread->tls_slot;
    thread->worker = worker;
}

bool task_descends(const struct task *task, const struct task *from)
{
    if (!from->parent)
        return task->root == from;
    while (task && task != from)
        task = task->parent;
    return task != NULL;
}

/* It has stopped where other tasks may run on its worker. */
static bool is_suspended(const struct thread *thread)
{
    if (thread->resumes)
        return false;
    if (thread->state == THREAD_BLOCKED)
        return thread->waits == WAIT_BARRIER || thread->waits == WAIT_TASK ||
               thread->waits == WAIT_JOIN;
    if (thread->state == THREAD_SPINNING)
        return thread->yielded;
    return thread->state == THREAD_STANDING && thread->next.kind == STEP_YIELD;
}

/* OpenMP 5.0, 2.10.6: a new tied task descends from each tied task that is on
 * the worker and does not wait at a barrier. */
static bool lets_in(const struct thread *suspended, const struct task *task)
{
    bool at_barrier = suspended->waits == WAIT_BARRIER || suspended->waits == WAIT_JOIN;
    if (suspended->state == THREAD_BLOCKED && at_barrier)
        return true;
    const struct task *inner = suspended->implicit->task;
    return inner->untied || task_descends(task, inner);
}

/* Its member, or the task on it, waits where other tasks may run. */
static bool is_free(const struct worker *worker, const struct task *task)
{
    const struct thread *top = worker->top;
    if (!top)
        return true;
    if (top->team != task->team || !is_suspended(top))
        return false;
    for (const struct thread *each = top; each && !task->untied; each = each->below)
        if (!lets_in(each, task))
            return false;
    return true;
}

bool task_can_start(const struct task *task)
{
    const struct team *team = task->team;
    for (int i = 0; i < team->size; i++)
        if (is_free(&team->workers[i], task))
            return true;
    return false;
}

static uint64_t free_since(const struct worker *worker)
{
    const struct thread *top = worker->top;
    return top && top->blocked_at > worker->free_since ? top->blocked_at : worker->free_since;
}

uint64_t worker_free_at(const struct task *task)
{
    const struct team *team = task->team;
    uint64_t first = UINT64_MAX;
    for (int i = 0; i < team->size; i++) {
        uint64_t at = free_since(&team->workers[i]);
        if (at < first && is_free(&team->workers[i], task))
            first = at;
    }
    return first;
}

/* Of free workers that which was on this core before, or the first to be free. */
static int nearest(const struct team *team, const int *free, int count)
{
    int best = 0;
    for (int i = 0; i < count; i++) {
        const struct worker *worker = &team->workers[free[i]];
        uint64_t at = free_since(worker), least = free_since(&team->workers[free[best]]);
        int core = worker->top ? worker->top->last_core : worker->core;
        if (core == stage.self->core && at <= stage.self->clock)
            return i;
        if (at < least)
            best = i;
    }
    return best;
}

int task_places(const struct task *task)
{
    const struct team *team = task->team;
    int places = 0;
    if (racy((uintptr_t)&who_matters, 1))
        return 1;
    for (int i = 0; i < team->size; i++) {
        const struct thread *top = team->workers[i].top;
        if (top && (top->implicit->task->parent || team->many_roots) &&
            !(top->waits == WAIT_BARRIER || top->waits == WAIT_JOIN))
            return 1; /* a suspended task chooses who may */
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
    task_holds();
}

void task_holds(void)
{
    stage.tasks_hold = true;
    if (stage.tasks_wait)
        racy_add((uintptr_t)&who_matters, 1);
}

void task_waits_for_own(const struct task *task)
{
    stage.tasks_wait = true;
    if (stage.tasks_hold)
        racy_add((uintptr_t)&who_matters, 1);
    if (racy((uintptr_t)&who_matters, 1))
        task_occupies(task);
}

bool task_commutes(const struct task *task)
{
    return !racy(occupying(task), 1) && !racy((uintptr_t)&who_matters, 1);
}

void worker_is_given(void)
{
    if (racy((uintptr_t)&who_matters, 1))
        stage.crowded = true;
}

/* The thread leaves the worker to another, for a time or for good. */
static void ran_on(struct worker *worker, struct thread *thread)
{
    if (!racy((uintptr_t)&who_matters, 1))
        return;
    order_join(order_in(&worker->ran), &thread->order);
    thread->order.hb.at[thread->strand]++;
}

void worker_lends(struct thread *thread)
{
    ran_on(thread->worker, thread);
    reduction_leaves(thread);
}

static void put_on(struct thread *thread, struct worker *worker)
{
    thread->worker = worker;
    thread->below = worker->top;
    if (thread->below)
        reduction_leaves(thread->below);
    worker->top = thread;
    thread->number = thread->implicit->number = (int)(worker - thread->team->workers);
    thread->tls_slot = worker->tls;
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
    int chosen = stage.machine                      ? nearest(team, free, count)
                 : racy((uintptr_t)&who_matters, 1) ? interleave_choose(count)
                                                    : reduction_spreads(task, free, count);
    struct thread *self = stage.self;
    uint64_t at = free_since(&team->workers[free[chosen]]);
    put_on(self, &team->workers[free[chosen]]);
    if (stage.machine && self->clock < at)
        self->clock = self->busy_since = at;
    if (self->below)
        ran_on(self->worker, self->below);
}

bool worker_is_own(const struct thread *thread) { return thread->worker->top == thread; }

/* An untied task, and no tied one runs within it. */
static bool is_movable(const struct thread *thread)
{
    return thread->task && thread->task->untied && thread->implicit->task == thread->task;
}

static void take_off(struct thread *thread)
{
    struct thread **at = &thread->worker->top;
    ran_on(thread->worker, thread);
    reduction_leaves(thread);
    while (*at != thread)
        at = &(*at)->below;
    *at = thread->below;
}

/* Somebody has left it. */
static void resume_top(const struct worker *worker)
{
    if (worker->top && worker->top->resumes)
        task_resume(worker->top);
}

/* Its own worker first, or any that is free. False: none is. */
static bool find_place(struct thread *thread, bool choose)
{
    struct team *team = thread->team;
    struct worker *free[MAX_THREADS];
    int count = 0;
    if (worker_is_own(thread))
        free[count++] = thread->worker;
    for (int i = 0; i < team->size; i++)
        if (&team->workers[i] != thread->worker && is_free(&team->workers[i], thread->task))
            free[count++] = &team->workers[i];
    int chosen = choose && racy((uintptr_t)&who_matters, 1) ? interleave_choose(count) : 0;
    if (count > 0 && free[chosen] != thread->worker) {
        take_off(thread);
        put_on(thread, free[chosen]);
    }
    return count > 0;
}

/* Whom it leaves uncovered chooses a place after it, or both might choose the same. */
static void resume(struct thread *thread, bool choose)
{
    const struct worker *before = thread->worker;
    thread->resumes = !(is_movable(thread) ? find_place(thread, choose) : worker_is_own(thread));
    if (thread->resumes)
        return; /* when its worker is free again */
    wake(thread);
    if (thread->worker != before)
        resume_top(before);
}

void task_resume(struct thread *thread) { resume(thread, true); }

/* By tasks that no worker is bound to: it may go on before they do. */
static bool is_covered_by_untied(const struct thread *thread)
{
    for (const struct thread *each = thread->worker->top; each != thread; each = each->below)
        if (!is_movable(each) || each->state != THREAD_BLOCKED)
            return false;
    return true;
}

static void uncover(struct thread *thread)
{
    take_off(thread);
    put_on(thread, thread->worker);
}

bool worker_move_untied(void)
{
    bool moved = false;
    for (int i = 0; i < order_slots; i++) {
        struct thread *thread = &stage.threads[i];
        if (!thread->resumes || thread->state == THREAD_NONE)
            continue;
        if (!is_movable(thread) && is_covered_by_untied(thread))
            uncover(thread);
        else if (!is_movable(thread))
            continue;
        resume(thread, false);
        moved |= !thread->resumes;
    }
    return moved;
}

void worker_leave(struct thread *self)
{
    struct worker *worker = self->worker;
    ran_on(worker, self);
    reduction_leaves(self);
    worker->top = self->below;
    worker->free_since = self->clock;
    worker->core = self->core;
    resume_top(worker);
}

void task_member_leaves(struct thread *member)
{
    const struct thread *below = member->below; /* an untied task, or of the team around */
    reduction_leaves(member);
    member->worker->top = below && below->team == member->team ? member->below : NULL;
    member->worker->free_since = member->clock;
    member->worker->core = member->core >= 0 ? member->core : member->last_core;
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
        reduction_takes_part(self->implicit->task);
        return;
    }
    task_depends_on_worker();
    if (self->task && self->worker && self->worker->ran)
        order_acquire(self->worker->ran);
}
