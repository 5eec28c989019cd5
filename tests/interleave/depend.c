/* depend.c - task dependences: which sibling must be complete before.
 *
 * OpenMP 5.0, 2.17.11. Of each storage location two generations of siblings
 * matter: the last that wrote (one out or inout, or a set of mutexinoutset) and
 * the ins since. An in follows the former; an out follows both and begins a new
 * generation, as does the first mutexinoutset of a set. The others of the set
 * follow what the first follows; among each other they are not ordered, but the
 * storage has a lock that one of them holds from its start until it is complete.
 */
#include <stdio.h>

#include "interleave/cost.h"
#include "interleave/exclusion.h"
#include "interleave/hash.h"
#include "interleave/task_own.h"

struct sibling {
    struct task *task;
    struct sibling *next;
};

struct dependence {
    void *address;
    struct sibling *writers; /* the last out or inout, or a set of mutexinoutset */
    bool set;
    struct sibling *readers; /* ins since then */
    struct sibling *before;  /* what those of the set follow */
    struct dependence *below[4];
};

/* A lock that the task holds while it runs; in the order of their addresses. */
struct exclusion {
    struct dependence *on;
    bool held;
    struct exclusion *next;
};

/* Found by the bits of the address's hash, two at each level: a program may have a
 * location for each of its tasks. */
static struct dependence *dependence_of(struct task *parent, void *address)
{
    struct dependence **at = &parent->table;
    for (uint64_t hash = hash_mix((uintptr_t)address, 13); *at; hash >>= 2) {
        if ((*at)->address == address)
            return *at;
        at = &(*at)->below[hash & 3];
    }
    *at = stage_alloc(sizeof **at);
    (*at)->address = address;
    return *at;
}

static void add(struct sibling **list, struct task *task)
{
    struct sibling *sibling = stage_alloc(sizeof *sibling);
    *sibling = (struct sibling){task, *list};
    *list = sibling;
}

static void follow(struct task *task, struct task *before)
{
    if (before == task)
        return;
    if (before->complete) {
        cost_task_follows(task, before);
        order_join(&task->created, &before->created);
        return;
    }
    if (before->successors && before->successors->task == task)
        return; /* by another of its items */
    struct successor *successor = stage_alloc(sizeof *successor);
    *successor = (struct successor){task, before->successors};
    before->successors = successor;
    task->predecessors++;
}

static void follow_all(struct task *task, const struct sibling *before)
{
    for (; before; before = before->next)
        follow(task, before->task);
}

/* The task has the location in another of its items already, as a writer. */
static bool writes_it(const struct task *task, const struct dependence *d)
{
    return d->writers && d->writers->task == task;
}

static void depend_in(struct task *task, void *address)
{
    struct dependence *d = dependence_of(task->parent, address);
    if (writes_it(task, d) || (d->readers && d->readers->task == task))
        return;
    follow_all(task, d->writers);
    add(&d->readers, task);
}

static void begin_generation(struct dependence *d)
{
    d->writers = d->readers = d->before = NULL;
    d->set = false;
}

static void depend_out(struct task *task, void *address)
{
    struct dependence *d = dependence_of(task->parent, address);
    follow_all(task, d->readers);
    follow_all(task, d->writers);
    begin_generation(d);
    add(&d->writers, task);
}

static void exclude_on(struct task *task, struct dependence *d)
{
    struct exclusion **at = &task->exclusions;
    while (*at && (*at)->on < d)
        at = &(*at)->next;
    struct exclusion *exclusion = stage_alloc(sizeof *exclusion);
    *exclusion = (struct exclusion){.on = d, .next = *at};
    *at = exclusion;
}

static void begin_set(struct dependence *d)
{
    struct sibling *before = d->readers;
    for (const struct sibling *writer = d->writers; writer; writer = writer->next)
        add(&before, writer->task);
    begin_generation(d);
    d->set = true;
    d->before = before;
}

static void depend_exclusively(struct task *task, void *address)
{
    struct dependence *d = dependence_of(task->parent, address);
    if (writes_it(task, d))
        return;
    if (!d->set || d->readers)
        begin_set(d);
    follow_all(task, d->before);
    add(&d->writers, task);
    exclude_on(task, d);
}

enum kind { KIND_IN = 1, KIND_OUT, KIND_INOUT, KIND_MUTEXINOUTSET };

static void depend_on(struct task *task, void *address, enum kind kind)
{
    if (kind == KIND_IN)
        depend_in(task, address);
    else if (kind == KIND_MUTEXINOUTSET)
        depend_exclusively(task, address);
    else
        depend_out(task, address);
}

/* An omp_depend_t is an address and a kind. */
static void depend_object(struct task *task, void *const *object)
{
    uintptr_t kind = (uintptr_t)object[1];
    if (kind < KIND_IN || kind > KIND_MUTEXINOUTSET) {
        stage.message_pc = task->pc;
        stage_end(END_CRASH, "depend(depobj: ...) with an omp_depend_t that no depobj "
                             "construct has set, or that was destroyed");
    }
    depend_on(task, object[0], (enum kind)kind);
}

/* gcc's array: [n, outs, address …] or [0, n, outs, exclusive, ins, address …,
 * omp_depend_t …]. Writers first: they win over an in of the same address. */
void depend_add(struct task *task, void **depend)
{
    task->named = true;
    bool is_short = depend[0] != NULL;
    uintptr_t count = (uintptr_t)depend[!is_short], outs = (uintptr_t)depend[is_short ? 1 : 2];
    uintptr_t exclusive = is_short ? 0 : (uintptr_t)depend[3];
    uintptr_t ins = is_short ? count - outs : (uintptr_t)depend[4];
    void **item = depend + (is_short ? 2 : 5);
    for (uintptr_t i = outs + exclusive + ins; i < count; i++)
        depend_object(task, item[i]);
    for (uintptr_t i = 0; i < outs + exclusive + ins; i++)
        depend_on(task, item[i],
                  i < outs               ? KIND_OUT
                  : i < outs + exclusive ? KIND_MUTEXINOUTSET
                                         : KIND_IN);
}

/* ---- exclusion -------------------------------------------------------------------- */

void depend_exclude(const struct task *task)
{
    for (struct exclusion *e = task->exclusions; e && !task->discarded; e = e->next)
        e->held = exclusion_of_tasks((uintptr_t)e->on, task->pc, &task->discarded);
}

void depend_name(uintptr_t lock, char *name, size_t room)
{
    void *const *address = (void *const *)lock; /* of a struct dependence, its first member */
    char variable[64];
    bool known = variable_name((uintptr_t)*address, 1, variable, sizeof variable);
    snprintf(name, room, "mutexinoutset (%s)", known ? variable : "...");
}

/* Whoever comes next in the set comes after what the task did. */
static void let_go(const struct task *task)
{
    for (const struct exclusion *e = task->exclusions; e; e = e->next) {
        if (!e->held)
            continue;
        struct object *object = object_at((uintptr_t)e->on);
        order_copy(order_in(&object->order), &task->created);
        object->released = true;
        object->lock.owner = NULL;
        object->lock.depth = 0;
        cost_unlock(&object->lock);
    }
}

void depend_done(struct task *task)
{
    let_go(task);
    for (const struct successor *s = task->successors; s; s = s->next) {
        order_join(&s->task->created, &task->created);
        cost_task_ready(s->task);
        if (--s->task->predecessors == 0)
            task_ready(s->task);
    }
}
