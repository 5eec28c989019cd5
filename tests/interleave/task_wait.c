/* task_wait.c - taskwait, taskgroup, taskyield: where a task waits for others. */
#include <omp.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/task_cancel.h"
#include "interleave/task_own.h"

static void wait_for_own(const struct task *task)
{
    if (stage.self->task)
        task_waits_for_own(task);
}

ABI void GOMP_taskwait(void);
ABI void GOMP_taskwait(void)
{
    struct task *task = task_current();
    if (task->children > 0)
        wait_for_own(task);
    while (task->children > 0 && task_run_queued(task))
        continue;
    if (task->children > 0)
        block(WAIT_TASK, (uintptr_t)task, CALLER_PC);
    cost_waited(task->children_span);
    if (task->children_done)
        order_acquire(task->children_done);
}

ABI void GOMP_taskwait_depend(void **depend);
ABI void GOMP_taskwait_depend(void **depend)
{
    struct task *task = task_new(NULL, 0, CALLER_PC);
    if (task_refused(task, true, CALLER_PC, CALLER_CFA)) {
        task_drop(task);
        return;
    }
    task->undeferred = true;
    task_count_in(task);
    depend_add(task, depend);
    task_wait_ready(task, CALLER_PC);
    task_complete(task);
}

ABI void GOMP_taskgroup_start(void)
{
    struct task *task = task_current();
    struct taskgroup *group = stage_alloc(sizeof *group);
    struct taskgroup *around = task->inner ? task->inner : task->group;
    group->outer = task->inner;
    group->around = around;
    group->reductions = around ? around->reductions : NULL;
    task->inner = group;
}

ABI void GOMP_taskgroup_end(void)
{
    struct task *task = task_current();
    struct taskgroup *group = task->inner;
    if (group->count > 0)
        wait_for_own(task);
    while (group->count > 0 && task_run_queued(task))
        continue;
    if (group->count > 0) {
        task->waits_group = group;
        block(WAIT_TASK, (uintptr_t)task, CALLER_PC);
        task->waits_group = NULL;
    }
    cost_waited(group->span);
    order_acquire(&group->done);
    task->inner = group->outer;
    stage_free(group, sizeof *group);
}

/* Others may run on this worker before the task goes on. */
ABI void GOMP_taskyield(void);
ABI void GOMP_taskyield(void)
{
    struct step step = {.kind = STEP_YIELD,
                        .writes = true,
                        .size = 8,
                        .pc = CALLER_PC,
                        .cfa = CALLER_CFA,
                        .object = (uintptr_t)&stage.self->team->workers};
    stage.self->yielded = true;
    stand(&step);
}

ABI int omp_in_final(void) { return task_current()->final; }
