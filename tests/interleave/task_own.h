/* task_own.h - what the files of the tasks share. */
#ifndef INTERLEAVE_TASK_OWN_H
#define INTERLEAVE_TASK_OWN_H

#include "interleave/task.h"

/* gcc's flags of a task or taskloop (include/gomp-constants.h). */
enum {
    FLAG_UNTIED = 1,
    FLAG_FINAL = 2,
    FLAG_DEPEND = 8,
    FLAG_UP = 256,
    FLAG_GRAINSIZE = 512,
    FLAG_IF = 1024,
    FLAG_NOGROUP = 2048,
    FLAG_REDUCTION = 4096,
    FLAG_DETACH = 8192,
    FLAG_STRICT = 16384
};

static inline struct task *task_current(void) { return stage.self->implicit->task; }

/* A child of the running task, not yet counted anywhere. */
struct task *task_new(void (*function)(void *), unsigned flags, const void *pc);
/* Its own copy of the argument block. */
void *task_copy(struct task *task, void *data, void (*copy)(void *, void *), long size, long align);
/* Its parent, its group and its team know of it until task_complete(). */
void task_count_in(struct task *task);
void task_complete(struct task *task);
/* What the running thread did belongs to what the task publishes. */
void task_publish(struct task *task);
/* It runs later, on whatever worker is free; or here and now. */
void task_defer(struct task *task, void **depend);
void task_include(struct task *task, void *data, void **depend, const void *pc);

/* It was not made after all. */
void task_drop(struct task *task);

/* task_detach.c: the task has an event, whose handle goes to *own and *event. */
void task_detach(struct task *task, void **own, void *event, const void *pc, uintptr_t cfa);

/* task_nested.c: where no thread was free for it, a task that `waiting` waits for
 * runs here and now. False: there is none. */
bool task_run_queued(const struct task *waiting);
/* task_nested.c: when no thread runs any task, nobody would ever make room for
 * those that are queued: they run here and now. */
void task_relieve(struct team *team);
/* Its function has returned: it is complete, or waits for its event. */
void task_ends(struct task *task);
/* Gives back its record once nobody refers to it. */
void task_recycle(struct task *task);
bool task_descends(const struct task *task, const struct task *from);

/* worker.c: what runs on the thread's worker changes. */
void worker_lends(struct thread *thread);
/* worker.c: the running thread begins and ends its task's time on a worker. */
void worker_claim(struct task *task);
void worker_leave(struct thread *self);

void GOMP_taskgroup_start(void);
void GOMP_taskgroup_end(void);

/* A place in the construct that an outlined function is: gcc gives the function's
 * beginning its line, but the call that hands it over that of what came before. A
 * return address, as all places are. */
static inline const void *construct_of(void (*function)(void *))
{
    return (const char *)(uintptr_t)function + 1;
}

#endif
