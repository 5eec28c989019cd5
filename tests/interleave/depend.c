/* depend.c - task dependences: which sibling must be complete before.
 *
 * OpenMP 5.0, 2.17.11: an `in` follows the last `out` or `inout` of the same
 * storage; these follow every `in` since, and the last of their own kind.
 */
#include <string.h>

#include "interleave/abi.h"
#include "interleave/task.h"

struct reader {
    struct task *task;
    struct reader *next;
};

struct dependence {
    void *address;
    struct task *writer;    /* the last out or inout */
    struct reader *readers; /* ins since then */
    struct dependence *next;
};

static struct dependence *dependence_of(struct task *parent, void *address)
{
    struct dependence *d = parent->table;
    while (d && d->address != address)
        d = d->next;
    if (d)
        return d;
    d = stage_alloc(sizeof *d);
    d->address = address;
    d->next = parent->table;
    parent->table = d;
    return d;
}

static void follow(struct task *task, struct task *before)
{
    if (!before || before == task)
        return;
    if (before->complete) {
        order_join(&task->created, &before->created);
        return;
    }
    for (const struct successor *s = before->successors; s; s = s->next)
        if (s->task == task)
            return;
    struct successor *successor = stage_alloc(sizeof *successor);
    successor->task = task;
    successor->next = before->successors;
    before->successors = successor;
    task->predecessors++;
}

static void depend_in(struct task *task, void *address)
{
    struct dependence *d = dependence_of(task->parent, address);
    follow(task, d->writer);
    struct reader *reader = stage_alloc(sizeof *reader);
    reader->task = task;
    reader->next = d->readers;
    d->readers = reader;
}

static void depend_out(struct task *task, void *address)
{
    struct dependence *d = dependence_of(task->parent, address);
    for (const struct reader *reader = d->readers; reader; reader = reader->next)
        follow(task, reader->task);
    follow(task, d->writer);
    d->readers = NULL;
    d->writer = task;
}

static void depend_object(struct task *task, void *const *object)
{
    enum { IN = 1, MUTEXINOUTSET = 4 };
    uintptr_t kind = (uintptr_t)object[1];
    if (kind == MUTEXINOUTSET)
        stage_end(END_UNSUPPORTED, "depend(mutexinoutset) is not supported yet");
    if (kind == IN)
        depend_in(task, object[0]);
    else
        depend_out(task, object[0]);
}

void depend_add(struct task *task, void **depend)
{
    task->named = true;
    uintptr_t count = (uintptr_t)depend[0], outs = (uintptr_t)depend[1];
    void **address = depend + 2;
    if (count) {
        for (uintptr_t i = 0; i < count; i++)
            (i < outs ? depend_out : depend_in)(task, address[i]);
        return;
    }
    count = (uintptr_t)depend[1];
    outs = (uintptr_t)depend[2];
    uintptr_t exclusive = (uintptr_t)depend[3], ins = (uintptr_t)depend[4];
    if (exclusive)
        stage_end(END_UNSUPPORTED, "depend(mutexinoutset) is not supported yet");
    address = depend + 5;
    for (uintptr_t i = 0; i < count; i++) {
        if (i < outs)
            depend_out(task, address[i]);
        else if (i < outs + ins)
            depend_in(task, address[i]);
        else
            depend_object(task, address[i]);
    }
}

void depend_done(struct task *task)
{
    for (const struct successor *s = task->successors; s; s = s->next) {
        order_join(&s->task->created, &task->created);
        if (--s->task->predecessors == 0)
            task_ready(s->task);
    }
}
