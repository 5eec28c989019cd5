#include "interleave/task.h"

#include <omp.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/hash.h"
#include "interleave/race.h"
#include "interleave/reset.h"

enum {
    FLAG_UNTIED = 1, FLAG_FINAL = 2, FLAG_DEPEND = 8, FLAG_UP = 256, FLAG_GRAINSIZE = 512,
    FLAG_IF = 1024, FLAG_NOGROUP = 2048, FLAG_REDUCTION = 4096, FLAG_DETACH = 8192,
    FLAG_STRICT = 16384
};

/* The address that stands for "which worker runs a task matters". */
static char who_matters;

static struct task *current(void)
{
    return stage.self->implicit->task;
}

/* ---- workers ------------------------------------------------------------------- */

void task_implicit(struct implicit *implicit, struct thread *thread)
{
    struct task *task = stage_alloc(sizeof *task);
    task->team = implicit->team;
    task->thread = thread;
    task->started = true;
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
    bool waits = top->state == THREAD_BLOCKED && top->team == task->team &&
                 (top->waits == WAIT_BARRIER || top->waits == WAIT_TASK || top->waits == WAIT_JOIN) &&
                 !top->resumes;
    const struct task *suspended = top->implicit->task;
    return waits && (!suspended->parent || suspended->untied || descends(task, suspended));
}

bool task_can_start(const struct thread *thread)
{
    const struct team *team = thread->task->team;
    for (int i = 0; i < team->size; i++)
        if (is_free(&team->workers[i], thread->task))
            return true;
    return false;
}

/* The worker that takes it: the lowest that is free, or any of them. */
static void claim_worker(struct task *task)
{
    struct team *team = task->team;
    int free[MAX_THREADS], count = 0;
    for (int i = 0; i < team->size; i++)
        if (is_free(&team->workers[i], task))
            free[count++] = i;
    int chosen = racy((uintptr_t)&who_matters, 1) ? interleave_choose(count) : 0;
    struct thread *self = stage.self;
    struct worker *worker = &team->workers[free[chosen]];
    self->worker = worker;
    self->below = worker->top;
    worker->top = self;
    self->number = self->implicit->number = free[chosen];
    self->tls_slot = worker->tls;
    if (self->clock < worker->free_since)
        self->clock = worker->free_since;
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

static void leave_worker(struct thread *self)
{
    struct worker *worker = self->worker;
    worker->top = self->below;
    worker->free_since = self->clock;
    if (worker->top && worker->top->resumes)
        task_resume(worker->top);
}

void task_member_leaves(struct thread *member)
{
    member->worker->top = NULL;
    member->worker->free_since = member->clock;
}

void task_asks_who(void)
{
    if (stage.regions > 0 && stage.self->task)
        racy_add((uintptr_t)&who_matters, 1);
}

/* ---- completion ------------------------------------------------------------------ */

static void unlink_task(struct task *task)
{
    struct task **at = &task->team->tasks;
    while (*at != task)
        at = &(*at)->next;
    *at = task->next;
}

static bool waits_for_tasks(const struct task *task)
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
        if (waits_for_tasks(waiting) && (group_done || children_done))
            task_resume(waiting->thread);
    }
}

/* What the running thread did belongs to what the task publishes. */
static void publish(struct task *task)
{
    order_join(&task->created, &stage.self->order);
    stage.self->order.hb.at[stage.self->slot]++;
}

static void complete(struct task *task)
{
    publish(task);
    order_join(&task->parent->children_done, &task->created);
    task->parent->children--;
    if (task->group) {
        order_join(&task->group->done, &task->created);
        task->group->count--;
    }
    unlink_task(task);
    depend_done(task);
    wake_who_waited(task);
    team_task_done(task->team, &task->created);
}

static void admit_queued(struct team *team);

static void task_main(void *argument)
{
    struct task *task = argument;
    struct thread *self = stage.self;
    struct step step = {.kind = STEP_START, .writes = true, .size = 8, .pc = task->pc,
                        .object = (uintptr_t)&task->team->workers};
    stand(&step);
    task->started = true;
    claim_worker(task);
    struct event *event = record(EVENT_LABEL, task->pc);
    if (event) {
        event->visible = true;
        event->label = "starts a task";
    }
    poison_stack();
    task->function(task->data);
    task->returned = true;
    if (!task->detached || task->fulfilled)
        complete(task);
    else
        publish(task);
    leave_worker(self);
    self->implicit->task = NULL;
    self->recycle = true;
    admit_queued(task->team);
}

/* ---- creation -------------------------------------------------------------------- */

static bool admit(struct task *task)
{
    struct thread *thread = thread_new_after(task_main, task, &task->created);
    if (!thread)
        return false;
    struct implicit *implicit = stage_alloc(sizeof *implicit);
    const struct implicit *creator = stage.self->implicit;
    implicit->team = task->team;
    implicit->icv = creator->icv;
    implicit->task = task;
    thread->implicit = implicit;
    thread->team = task->team;
    thread->task = task;
    thread->number = 0;
    thread->clock = stage.self->clock;
    thread->span = stage.self->span;
    task->thread = thread;
    return true;
}

void task_ready(struct task *task)
{
    if (task->undeferred) {
        if (waits_for_tasks(task->parent) && task->predecessors == 0)
            task_resume(task->parent->thread);
        return;
    }
    struct team *team = task->team;
    if (!team->queue && admit(task))
        return;
    struct task **at = &team->queue;
    while (*at)
        at = &(*at)->queued;
    *at = task;
    stage.crowded = true; /* starts in order of creation only: not every schedule */
}

static void admit_queued(struct team *team)
{
    while (team->queue && admit(team->queue))
        team->queue = team->queue->queued;
}

static struct task *task_new(void (*function)(void *), unsigned flags, const void *pc)
{
    struct task *parent = current(), *task = stage_alloc(sizeof *task);
    task->parent = parent;
    task->team = stage.self->team;
    task->function = function;
    task->pc = pc;
    task->untied = flags & FLAG_UNTIED;
    task->final = (flags & FLAG_FINAL) || parent->final;
    task->group = parent->inner ? parent->inner : parent->group;
    task->inner = NULL;
    return task;
}

static void *copy_data(struct task *task, void *data, void (*copy)(void *, void *), long size,
                       long align)
{
    void *own = heap_alloc((size_t)size, align < 16 ? 16 : (size_t)align, 1);
    if (!own)
        stage_end(END_CRASH, "no memory is left for another task");
    race_forget((uintptr_t)own, (size_t)size);
    if (copy)
        copy(own, data);
    else
        memcpy(own, data, (size_t)size);
    task->data = own;
    task->data_size = (size_t)size;
    return own;
}

/* Runs at once, on the thread that met it. */
static void run_included(struct task *task, void *data)
{
    struct implicit *implicit = stage.self->implicit;
    struct task *outer = implicit->task;
    task->thread = stage.self;
    task->started = true;
    implicit->task = task;
    task->function(data);
    implicit->task = outer;
    order_join(&outer->children_done, &task->children_done);
    outer->children += task->children; /* they outlive it: somebody must count them */
    for (struct task *each = task->team->tasks; each; each = each->next)
        if (each->parent == task)
            each->parent = outer;
}

static void count_in(struct task *task)
{
    struct team *team = task->team;
    task->parent->children++;
    if (task->group)
        task->group->count++;
    task->next = team->tasks;
    team->tasks = task;
}

static void defer(struct task *task, void **depend)
{
    count_in(task);
    order_release(&task->created);
    cost_add(COST_TASK);
    if (depend)
        depend_add(task, depend);
    if (task->predecessors == 0)
        task_ready(task);
}

/* An undeferred task waits for what it depends on, then runs. */
void task_wait_ready(struct task *task, const void *pc)
{
    task->undeferred = true;
    if (task->predecessors > 0) {
        block(WAIT_TASK, (uintptr_t)task, pc);
    }
    order_join(&stage.self->order, &task->created);
}

static void include(struct task *task, void *data, void **depend, const void *pc)
{
    task->undeferred = true;
    if (depend) {
        count_in(task);
        depend_add(task, depend);
        task_wait_ready(task, pc);
    }
    run_included(task, data);
    if (depend)
        complete(task);
}

/* It runs at once, but is complete only when its event is fulfilled. */
static void include_detached(struct task *task, void *data, void **depend, const void *pc)
{
    task->undeferred = true;
    count_in(task);
    if (depend)
        depend_add(task, depend);
    task_wait_ready(task, pc);
    run_included(task, data);
    task->returned = true;
    if (task->fulfilled)
        complete(task);
    else
        publish(task);
}

ABI void GOMP_task(void (*function)(void *), void *data, void (*copy)(void *, void *), long size,
                   long align, bool if_clause, unsigned flags, void **depend, int priority,
                   void *detach);
ABI void GOMP_task(void (*function)(void *), void *data, void (*copy)(void *, void *), long size,
                   long align, bool if_clause, unsigned flags, void **depend, int priority,
                   void *detach)
{
    (void)priority;
    struct task *task = task_new(function, flags, CALLER_PC);
    if (!(flags & FLAG_DEPEND))
        depend = NULL;
    bool included = !if_clause || current()->final || task->team->size == 1;
    if (included && !(flags & FLAG_DETACH)) {
        void *own = copy ? copy_data(task, data, copy, size, align) : data;
        include(task, own, depend, CALLER_PC);
        return;
    }
    void **own = copy_data(task, data, copy, size, align);
    if (flags & FLAG_DETACH) {
        task->detached = true;
        *own = task;
        memcpy(detach, &task, sizeof task);
    }
    if (included)
        include_detached(task, own, depend, CALLER_PC);
    else
        defer(task, depend);
}

ABI void omp_fulfill_event(omp_event_handle_t event)
{
    struct task *task = (struct task *)event;
    if (task->fulfilled) {
        stage.message_pc = CALLER_PC;
        stage_end(END_CRASH, "omp_fulfill_event for the second time on one event");
    }
    task->fulfilled = true;
    if (task->returned)
        complete(task);
    else
        publish(task);
}

/* ---- waiting ------------------------------------------------------------------------ */

static void learn_that_tasks_wait(void)
{
    if (stage.self->task)
        task_asks_who();
}

ABI void GOMP_taskwait(void);
ABI void GOMP_taskwait(void)
{
    struct task *task = current();
    if (task->children > 0) {
        learn_that_tasks_wait();
        block(WAIT_TASK, (uintptr_t)task, CALLER_PC);
    }
    order_acquire(&task->children_done);
}

ABI void GOMP_taskwait_depend(void **depend);
ABI void GOMP_taskwait_depend(void **depend)
{
    struct task *task = task_new(NULL, 0, CALLER_PC);
    task->undeferred = true;
    count_in(task);
    depend_add(task, depend);
    task_wait_ready(task, CALLER_PC);
    complete(task);
}

ABI void GOMP_taskgroup_start(void);
ABI void GOMP_taskgroup_start(void)
{
    struct task *task = current();
    struct taskgroup *group = stage_alloc(sizeof *group);
    group->outer = task->inner;
    task->inner = group;
}

ABI void GOMP_taskgroup_end(void);
ABI void GOMP_taskgroup_end(void)
{
    struct task *task = current();
    struct taskgroup *group = task->inner;
    if (group->count > 0) {
        learn_that_tasks_wait();
        task->waits_group = group;
        block(WAIT_TASK, (uintptr_t)task, CALLER_PC);
        task->waits_group = NULL;
    }
    order_acquire(&group->done);
    task->inner = group->outer;
}

/* A task may go on here at once: that is one of the things that it can do. */
ABI void GOMP_taskyield(void);
ABI void GOMP_taskyield(void) {}

ABI int omp_in_final(void) { return current()->final; }

/* ---- taskloop: libgomp's own division (taskloop.c) ------------------------------------ */

struct pieces {
    uint64_t tasks, each; /* iterations a task */
    uint64_t longer;      /* tasks with one iteration more */
};

static struct pieces divide(uint64_t count, uint64_t wanted, unsigned flags)
{
    uint64_t team = (uint64_t)stage.self->team->size;
    struct pieces p = {.tasks = wanted ? wanted : team};
    if (flags & FLAG_GRAINSIZE) {
        p.each = wanted ? wanted : 1;
        p.tasks = count / p.each;
        if (p.tasks == 0 || (flags & FLAG_STRICT))
            p.tasks = (count + p.each - 1) / p.each;
        if (flags & FLAG_STRICT)
            return p;
    }
    p.tasks = p.tasks < count ? p.tasks : count;
    p.each = count / p.tasks;
    p.longer = count % p.tasks;
    return p;
}

struct taskloop {
    void (*function)(void *);
    void *data;
    void (*copy)(void *, void *);
    long size, align;
    unsigned flags;
    const void *pc;
};

static void one_piece(const struct taskloop *loop, uint64_t low, uint64_t high)
{
    struct task *task = task_new(loop->function, loop->flags, loop->pc);
    uint64_t *own = copy_data(task, loop->data, loop->copy, loop->size, loop->align);
    own[0] = low;
    own[1] = high;
    bool deferred = (loop->flags & FLAG_IF) && !task->parent->final && task->team->size > 1;
    if (deferred)
        defer(task, NULL);
    else
        include(task, own, NULL, loop->pc);
}

static void run_taskloop(const struct taskloop *loop, uint64_t start, uint64_t step, uint64_t count,
                         uint64_t wanted)
{
    if (loop->flags & FLAG_REDUCTION)
        stage_end(END_UNSUPPORTED, "a reduction of a taskloop is not supported yet");
    bool group = !(loop->flags & FLAG_NOGROUP);
    if (group)
        GOMP_taskgroup_start();
    struct pieces p = count ? divide(count, wanted, loop->flags) : (struct pieces){0};
    uint64_t at = 0;
    for (uint64_t i = 0; i < p.tasks; i++) {
        uint64_t next = at + p.each + (i < p.longer);
        next = next < count ? next : count;
        one_piece(loop, start + at * step, start + next * step);
        at = next;
    }
    if (group)
        GOMP_taskgroup_end();
}

ABI void GOMP_taskloop(void (*function)(void *), void *data, void (*copy)(void *, void *), long size,
                       long align, unsigned flags, unsigned long wanted, int priority, long start,
                       long end, long step);
ABI void GOMP_taskloop(void (*function)(void *), void *data, void (*copy)(void *, void *), long size,
                       long align, unsigned flags, unsigned long wanted, int priority, long start,
                       long end, long step)
{
    (void)priority;
    struct taskloop loop = {function, data, copy, size, align, flags, CALLER_PC};
    uint64_t count = 0;
    if (step > 0 && start < end)
        count = ((uint64_t)end - (uint64_t)start + (uint64_t)step - 1) / (uint64_t)step;
    else if (step < 0 && start > end)
        count = ((uint64_t)start - (uint64_t)end - (uint64_t)step - 1) / (0 - (uint64_t)step);
    run_taskloop(&loop, (uint64_t)start, (uint64_t)step, count, wanted);
}

typedef unsigned long long ull;

ABI void GOMP_taskloop_ull(void (*function)(void *), void *data, void (*copy)(void *, void *),
                           long size, long align, unsigned flags, unsigned long wanted, int priority,
                           ull start, ull end, ull step);
ABI void GOMP_taskloop_ull(void (*function)(void *), void *data, void (*copy)(void *, void *),
                           long size, long align, unsigned flags, unsigned long wanted, int priority,
                           ull start, ull end, ull step)
{
    (void)priority;
    struct taskloop loop = {function, data, copy, size, align, flags, CALLER_PC};
    uint64_t count = 0;
    if ((flags & FLAG_UP) && start < end)
        count = (end - start - 1) / step + 1;
    else if (!(flags & FLAG_UP) && start > end)
        count = (start - end - 1) / (0 - step) + 1;
    run_taskloop(&loop, start, step, count, wanted);
}

/* ---- the hash of a state --------------------------------------------------------------- */

uint64_t task_hash(const struct team *team)
{
    uint64_t sum = 0; /* in whatever order they were created */
    for (const struct task *task = team->tasks; task; task = task->next) {
        uint64_t one = hash_mix((uintptr_t)task->pc, (uint64_t)task->predecessors << 8 |
                                                         (uint64_t)task->started << 1 |
                                                         (uint64_t)task->returned);
        one = hash_mix(one, (uint64_t)task->children << 1 | (uint64_t)task->fulfilled);
        if (task->data_size)
            one = hash_block(task->data, task->data_size, one);
        if (!task->thread)
            one = hash_block(task->created.hb.at, (size_t)order_slots * 4, one);
        sum += one;
        stage.effort += 10;
    }
    return sum;
}

static uint64_t knows(const struct task *task, int slot, uint32_t at)
{
    uint64_t bits = task->children_done.hb.at[slot] >= at;
    for (const struct taskgroup *group = task->inner; group; group = group->outer)
        bits = bits << 1 | (group->done.hb.at[slot] >= at);
    return bits;
}

uint64_t task_orders_after(int slot, uint32_t at)
{
    uint64_t sum = 0;
    for (int i = 0; i < order_slots; i++) {
        const struct thread *thread = &stage.threads[i];
        if (thread->state != THREAD_NONE && thread->state != THREAD_OVER && thread->implicit->task)
            sum += hash_mix((uint64_t)i, knows(thread->implicit->task, slot, at));
    }
    return sum;
}
