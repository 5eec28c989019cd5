#include "interleave/task_own.h"

#include <string.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/frame_end.h"
#include "interleave/hash.h"
#include "interleave/race.h"
#include "interleave/reset.h"
#include "interleave/strand.h"
#include "interleave/worksharing.h"
#include "interleave/task_cancel.h"

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
        stage_free(task->children_done, sizeof *task->children_done);
        stage_free(task, sizeof *task);
        parent->heirs--;
        task = parent;
    }
}

static void join_into(struct order **into, const struct order *from)
{
    if (!*into)
        *into = stage_alloc(sizeof **into);
    order_join(*into, from);
}

bool task_waits(const struct task *task)
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
        if (task_waits(waiting) && (group_done || children_done))
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
    join_into(&task->parent->children_done, &task->created);
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
    struct event *event = record(EVENT_LABEL, task->pc);
    if (event) {
        event->visible = true;
        event->label = "starts a task";
    }
    poison_stack();
    task->function(task->data);
    task_ends(task);
    worker_leave(stage.self);
    retire(task);
}

/* ---- creation
 * -------------------------------------------------------------------- */

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
        if (task_waits(task->parent) && task->predecessors == 0)
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

struct task *task_new(void (*function)(void *), unsigned flags, const void *pc)
{
    struct task *parent = task_current(), *task = stage_alloc(sizeof *task);
    task->parent = parent;
    task->root = parent->root;
    parent->heirs++;
    task->team = stage.self->team;
    task->icv = stage.self->implicit->icv;
    task->function = function;
    task->pc = pc;
    task->untied = flags & FLAG_UNTIED;
    task->final = (flags & FLAG_FINAL) || parent->final;
    task->group = parent->inner ? parent->inner : parent->group;
    task->inner = NULL;
    task->ordinal = task->group ? task->group->made++ : 0;
    return task;
}

void *task_copy(struct task *task, void *data, void (*copy)(void *, void *), long size, long align)
{
    void *own = heap_alloc((size_t)size, align < 16 ? 16 : (size_t)align, 1);
    if (!own)
        stage_end(END_CRASH, "no memory is left for another task");
    race_forget((uintptr_t)own, (size_t)size);
    if (copy)
        copy(own, data);
    else if (size > 0)
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
    struct icv icv = implicit->icv; /* what the task sets is its own */
    task->thread = stage.self;
    task->started = true;
    implicit->task = task;
    cost_add(COST_TASK_HERE);
    task->function(data);
    implicit->task = outer;
    implicit->icv = icv;
    task->thread = NULL;
}

void task_count_in(struct task *task)
{
    struct team *team = task->team;
    task->parent->children++;
    team->many_roots |= team->root && team->root != task->root;
    team->root = task->root;
    if (task->group)
        task->group->count++;
    task->next = team->tasks;
    if (task->next)
        task->next->before = task;
    team->tasks = task;
}

void task_defer(struct task *task, void **depend)
{
    task_count_in(task);
    order_release(&task->created);
    cost_task_made(task);
    if (depend)
        depend_add(task, depend);
    if (task->predecessors == 0)
        task_ready(task);
    if (task->team->queue)
        task_relieve(task->team);
}

/* An undeferred task waits for what it depends on, then runs. */
void task_wait_ready(struct task *task, const void *pc)
{
    task->undeferred = true;
    if (task->predecessors > 0) {
        block(WAIT_TASK, (uintptr_t)task, pc);
        cost_waited(task->span);
    }
    order_join(&stage.self->order, &task->created);
    if (task->function)
        depend_exclude(task);
}

/* It was not made after all. */
static void drop(struct task *task)
{
    task->complete = true;
    task_recycle(task);
}

void task_include(struct task *task, void *data, void **depend, const void *pc)
{
    task->undeferred = true;
    if (depend) {
        task_count_in(task);
        depend_add(task, depend);
        task_wait_ready(task, pc);
    }
    if (!depend || !task_refused(task, true, pc, 0))
        run_included(task, data);
    if (depend)
        task_complete(task);
    else
        drop(task);
}

/* It runs at once, but is complete only when its event is fulfilled. */
static void include_detached(struct task *task, void *data, void **depend, const void *pc)
{
    task->undeferred = true;
    task_count_in(task);
    if (depend)
        depend_add(task, depend);
    task_wait_ready(task, pc);
    run_included(task, data);
    task->returned = true;
    if (task->fulfilled)
        task_complete(task);
    else
        task_publish(task);
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
    bool included = !if_clause || task_current()->final || task->team->size == 1;
    if (task_refused(task, included, CALLER_PC, CALLER_CFA)) {
        drop(task);
        return;
    }
    if (included && !(flags & FLAG_DETACH)) {
        void *own = copy ? task_copy(task, data, copy, size, align) : data;
        task_include(task, own, depend, CALLER_PC);
        return;
    }
    void **own = task_copy(task, data, copy, size, align);
    if (flags & FLAG_DETACH)
        task_detach(task, own, detach, CALLER_PC, CALLER_CFA);
    frame_lends(CALLER_FRAME, CALLER_PC);
    if (included)
        include_detached(task, own, depend, CALLER_PC);
    else
        task_defer(task, depend);
}

/* ---- the hash of a state
 * --------------------------------------------------------------- */

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
            one = hash_block(task->created.hb.at, (size_t)order_strands * 4, one);
        sum += one;
        stage.effort += 10;
    }
    return sum;
}

static uint64_t knows(const struct task *task, int strand, uint32_t at)
{
    uint64_t bits = task->children_done && task->children_done->hb.at[strand] >= at;
    for (const struct taskgroup *group = task->inner; group; group = group->outer)
        bits = bits << 1 | (group->done.hb.at[strand] >= at);
    return bits;
}

uint64_t task_orders_after(int strand, uint32_t at)
{
    uint64_t sum = 0;
    for (int i = 0; i < order_slots; i++) {
        const struct thread *thread = &stage.threads[i];
        if (thread->state != THREAD_NONE && thread->state != THREAD_OVER && thread->implicit->task)
            sum += hash_mix((uint64_t)i, knows(thread->implicit->task, strand, at));
    }
    return sum;
}
