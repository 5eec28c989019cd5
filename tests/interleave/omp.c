/* omp.c - regions and the omp_* functions (OpenMP 5.0, 3.2 and 3.4). */
#include <omp.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/cores.h"
#include "interleave/cost.h"
#include "interleave/environment.h"
#include "interleave/task.h"
#include "interleave/team.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

ABI void GOMP_parallel(void (*fn)(void *), void *data, unsigned threads, unsigned flags);
ABI void GOMP_parallel(void (*fn)(void *), void *data, unsigned threads, unsigned flags)
{
    team_parallel(fn, data, threads, flags, ORIGIN, NULL, NULL);
}

ABI void GOMP_barrier(void);
ABI void GOMP_barrier(void) { team_barrier(CALLER_PC); }

static struct implicit *self(void) { return stage.self->implicit; }

static struct team *ancestor(int level)
{
    struct team *team = self()->team;
    while (team && team->level > level)
        team = team->parent;
    return team;
}

ABI int omp_get_thread_num(void)
{
    task_asks_who();
    threads_counted(CALLER_PC);
    return self()->number;
}

ABI int omp_get_num_threads(void)
{
    threads_counted(CALLER_PC);
    return self()->team->size;
}

ABI int omp_get_max_threads(void)
{
    threads_counted(CALLER_PC);
    return self()->icv.threads;
}
ABI int omp_get_num_procs(void) { return stage.machine ? machine.cores : PROCESSORS; }
ABI int omp_in_parallel(void) { return self()->team->active_level > 0; }
ABI int omp_get_level(void) { return self()->team->level; }
ABI int omp_get_active_level(void) { return self()->team->active_level; }
ABI int omp_get_thread_limit(void) { return self()->icv.thread_limit; }
ABI int omp_get_max_active_levels(void) { return self()->icv.max_levels; }
ABI int omp_get_supported_active_levels(void) { return MOST_LEVELS; }
ABI int omp_get_dynamic(void) { return self()->icv.dynamic; }

ABI int omp_get_nested(void)
{
    int levels = self()->icv.max_levels;
    return levels > 1 && levels > self()->team->active_level;
}

ABI int omp_get_cancellation(void) { return environment.cancellation; }
ABI int omp_get_default_device(void) { return self()->icv.default_device; }
ABI int omp_get_max_task_priority(void) { return environment.max_task_priority; }
ABI double omp_get_wtick(void) { return 1e-9; }

ABI double omp_get_wtime(void) { return (double)cost_now() * 1e-9; }

ABI void omp_set_num_threads(int threads) { self()->icv.threads = threads > 0 ? threads : 1; }

ABI void omp_set_dynamic(int dynamic) { self()->icv.dynamic = dynamic != 0; }

ABI void omp_set_default_device(int device)
{
    self()->icv.default_device = device >= 0 ? device : 0;
}

ABI void omp_set_nested(int nested)
{
    int *levels = &self()->icv.max_levels;
    if (nested)
        *levels = MOST_LEVELS;
    else if (*levels > 1)
        *levels = 1;
}

ABI void omp_set_max_active_levels(int levels)
{
    if (levels >= 0)
        self()->icv.max_levels = levels < MOST_LEVELS ? levels : MOST_LEVELS;
}

ABI void omp_set_schedule(omp_sched_t kind, int chunk)
{
    struct icv *icv = &self()->icv;
    unsigned plain = (unsigned)kind & ~(unsigned)omp_sched_monotonic;
    if (plain < omp_sched_static || plain > omp_sched_auto)
        return;
    icv->schedule = (int)kind;
    if (plain != omp_sched_auto)
        icv->chunk = chunk > 0 ? chunk : plain != omp_sched_static;
}

ABI void omp_get_schedule(omp_sched_t *kind, int *chunk)
{
    *kind = (omp_sched_t)self()->icv.schedule;
    *chunk = self()->icv.chunk;
}

ABI int omp_get_ancestor_thread_num(int level)
{
    const struct implicit *implicit = self();
    if (level < 0 || level > implicit->team->level)
        return -1;
    int number = implicit->number;
    for (const struct team *team = implicit->team; team->level > level; team = team->parent)
        number = team->parent_number;
    return number;
}

ABI int omp_get_team_size(int level)
{
    if (level < 0 || level > self()->team->level)
        return -1;
    return ancestor(level)->size;
}
