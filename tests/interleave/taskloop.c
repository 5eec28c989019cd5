/* taskloop.c - a loop made into tasks, divided as libgomp does (taskloop.c). */
#include "interleave/abi.h"
#include "interleave/frame_end.h"
#include "interleave/reduction.h"
#include "interleave/task_cancel.h"
#include "interleave/task_own.h"

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
    uintptr_t cfa;
};

static void one_piece(const struct taskloop *loop, uint64_t low, uint64_t high)
{
    struct task *task = task_new(loop->function, loop->flags, construct_of(loop->function));
    bool deferred = (loop->flags & FLAG_IF) && !task->parent->final && task->team->size > 1;
    if (task_refused(task, !deferred, loop->pc, loop->cfa)) {
        task_drop(task);
        return;
    }
    uint64_t *own = task_copy(task, loop->data, loop->copy, loop->size, loop->align);
    own[0] = low;
    own[1] = high;
    task->finds_copies = loop->flags & FLAG_REDUCTION;
    if (deferred)
        task_defer(task, NULL);
    else
        task_include(task, own, NULL, loop->pc);
}

static void run_taskloop(const struct taskloop *loop, uint64_t start, uint64_t step, uint64_t count,
                         uint64_t wanted)
{
    bool group = !(loop->flags & FLAG_NOGROUP);
    if (group)
        GOMP_taskgroup_start();
    if (loop->flags & FLAG_REDUCTION) /* after the two bounds; never with nogroup */
        reduction_register(((uintptr_t **)loop->data)[2]);
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

ABI void GOMP_taskloop(void (*function)(void *), void *data, void (*copy)(void *, void *),
                       long size, long align, unsigned flags, unsigned long wanted, int priority,
                       long start, long end, long step);
ABI void GOMP_taskloop(void (*function)(void *), void *data, void (*copy)(void *, void *),
                       long size, long align, unsigned flags, unsigned long wanted, int priority,
                       long start, long end, long step)
{
    (void)priority;
    struct taskloop loop = {function, data, copy, size, align, flags, CALLER_PC, CALLER_CFA};
    frame_lends(CALLER_FRAME, CALLER_PC);
    uint64_t count = 0;
    if (step > 0 && start < end)
        count = ((uint64_t)end - (uint64_t)start + (uint64_t)step - 1) / (uint64_t)step;
    else if (step < 0 && start > end)
        count = ((uint64_t)start - (uint64_t)end - (uint64_t)step - 1) / (0 - (uint64_t)step);
    run_taskloop(&loop, (uint64_t)start, (uint64_t)step, count, wanted);
}

typedef unsigned long long ull;

ABI void GOMP_taskloop_ull(void (*function)(void *), void *data, void (*copy)(void *, void *),
                           long size, long align, unsigned flags, unsigned long wanted,
                           int priority, ull start, ull end, ull step);
ABI void GOMP_taskloop_ull(void (*function)(void *), void *data, void (*copy)(void *, void *),
                           long size, long align, unsigned flags, unsigned long wanted,
                           int priority, ull start, ull end, ull step)
{
    (void)priority;
    struct taskloop loop = {function, data, copy, size, align, flags, CALLER_PC, CALLER_CFA};
    frame_lends(CALLER_FRAME, CALLER_PC);
    uint64_t count = 0;
    if ((flags & FLAG_UP) && start < end)
        count = (end - start - 1) / step + 1;
    else if (!(flags & FLAG_UP) && start > end)
        count = (start - end - 1) / (0 - step) + 1;
    run_taskloop(&loop, start, step, count, wanted);
}
