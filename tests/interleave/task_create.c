/* task_create.c - a task is made: deferred, or run at once by the thread that met it. */
#include <string.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/frame_end.h"
#include "interleave/heap.h"
#include "interleave/lanes.h"
#include "interleave/race.h"
#include "interleave/task_cancel.h"
#include "interleave/task_own.h"

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
    lanes_end_loop(stage.self);
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
    task->made = true;
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
        if (stage.self->task)
            task_occupies(stage.self->task);
        block(WAIT_TASK, (uintptr_t)task, pc);
        cost_waited(task->span);
    }
    order_join(&stage.self->order, &task->created);
    if (task->function)
        depend_exclude(task);
}

void task_drop(struct task *task)
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
        task_drop(task);
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
    struct task *task = task_new(function, flags, construct_of(function));
    if (!(flags & FLAG_DEPEND))
        depend = NULL;
    bool included = !if_clause || task_current()->final || task->team->size == 1;
    if (task_refused(task, included, CALLER_PC, CALLER_CFA)) {
        task_drop(task);
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
