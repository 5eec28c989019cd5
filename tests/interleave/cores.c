/* cores.c - who runs where on the virtual machine. */
#include "interleave/cores.h"

#include <string.h>

#include "interleave/cost.h"
#include "interleave/task.h"

struct virtual_machine machine;

void cores_begin(int cores)
{
    memset(&machine, 0, sizeof machine);
    machine.cores = cores;
    machine.horizon = UINT64_MAX;
    for (int i = 0; i < MAX_THREADS; i++)
        machine.holder[i] = machine.held_before[i] = -1;
}

/* ---- bars ------------------------------------------------------------------------ */

/* What is no work() continues the bar before: there would be very many. */
static bool continues(const struct thread *thread, int64_t units)
{
    int last = machine.last_bar[thread->core] - 1;
    if (units || last < 0)
        return false;
    struct event *event = &stage.trace->events[last];
    if (event->thread != thread->slot || event->number != thread->number ||
        event->end != thread->busy_since || event->before)
        return false;
    event->end = thread->clock;
    return true;
}

void draw_bar(struct thread *thread, int64_t units)
{
    if (!stage.trace || thread->core < 0 || thread->clock == thread->busy_since)
        return;
    if (!continues(thread, units)) {
        struct event *event = trace_append(stage.trace);
        event->kind = EVENT_WORK;
        event->thread = thread->slot;
        event->number = thread->number;
        event->before = units;
        event->core = thread->core;
        event->start = thread->busy_since;
        event->end = thread->clock;
        machine.last_bar[thread->core] = stage.trace->count;
    }
    thread->busy_since = thread->clock;
}

/* The core stays with a thread that waits so long, and does nothing else. */
void draw_wait(const struct thread *thread, uint64_t until)
{
    if (!stage.trace || thread->core < 0)
        return;
    struct event *event = trace_append(stage.trace);
    event->kind = EVENT_WAIT;
    event->thread = thread->slot;
    event->number = thread->number;
    event->core = thread->core;
    event->start = thread->clock;
    event->end = until;
}

/* ---- cores ----------------------------------------------------------------------- */

void leave_core(struct thread *thread)
{
    int core = thread->core;
    if (core < 0)
        return;
    machine.holder[core] = -1;
    machine.held_before[core] = thread->tls_slot;
    machine.free_at[core] = thread->clock;
    draw_bar(thread, 0);
    thread->core = -1;
    thread->last_core = core;
}

/* Earliest time at which its step can be done, on whatever core. */
static uint64_t ready_at(const struct thread *thread)
{
    uint64_t least = 0;
    if (thread->next.kind == STEP_ACQUIRE)
        least = cost_lock_free(thread);
    else if (thread->next.kind == STEP_START)
        least = worker_free_at(thread->task);
    return least > thread->clock ? least : thread->clock;
}

/* A task goes to a worker that is there already; a thread that has run before
 * has to be brought back. */
static bool must_switch(const struct thread *thread, int core)
{
    return thread->slice && machine.held_before[core] >= 0 &&
           machine.held_before[core] != thread->tls_slot;
}

/* The free core where the thread could start first: its own, when equal. */
static int best_core(const struct thread *thread, uint64_t *start)
{
    int best = -1;
    for (int core = 0; core < machine.cores; core++) {
        if (machine.holder[core] >= 0)
            continue;
        uint64_t free_at = machine.free_at[core];
        uint64_t at = free_at > thread->clock ? free_at : thread->clock;
        if (must_switch(thread, core) && free_at + COST_SWITCH > at)
            at = free_at + COST_SWITCH;
        if (best < 0 || at < *start || (at == *start && core == thread->last_core)) {
            best = core;
            *start = at;
        }
    }
    return best;
}

static void enter_core(struct thread *thread, int core, uint64_t start)
{
    machine.holder[core] = thread->slot;
    thread->core = core;
    thread->clock = start;
    thread->busy_since = start;
    thread->slice = 0;
}

/* Somebody has been waiting for a core, and this thread has run long enough.
 * When nobody has, its next slice begins. */
static bool slice_is_over(struct thread *thread, uint64_t enabled)
{
    if (thread->slice < COST_SLICE)
        return false;
    for (uint64_t rest = enabled; rest; rest &= rest - 1) {
        const struct thread *other = &stage.threads[__builtin_ctzll(rest)];
        if (other->core < 0 && ready_at(other) <= thread->clock)
            return true;
    }
    thread->slice = 1;
    return false;
}

static void give_up_cores(uint64_t enabled)
{
    for (int core = 0; core < machine.cores; core++) {
        int slot = machine.holder[core];
        if (slot < 0)
            continue;
        struct thread *thread = &stage.threads[slot];
        if (!(enabled >> slot & 1) || slice_is_over(thread, enabled))
            leave_core(thread);
    }
}

static bool before(const struct thread *thread, const struct thread *other)
{
    uint64_t at = ready_at(thread), than = ready_at(other);
    return at < than || (at == than && thread->clock < other->clock);
}

/* Of the threads with a core, or of those without, the one that has been ready
 * longest; or NULL. */
static struct thread *earliest(uint64_t enabled, bool on_core)
{
    struct thread *first = NULL;
    for (uint64_t rest = enabled; rest; rest &= rest - 1) {
        struct thread *thread = &stage.threads[__builtin_ctzll(rest)];
        if ((thread->core >= 0) == on_core && (!first || before(thread, first)))
            first = thread;
    }
    return first;
}

/* When the first of the others can go on, as far as is known now. */
static void look_ahead(uint64_t enabled, const struct thread *chosen)
{
    uint64_t core_free = chosen->clock + COST_SLICE - chosen->slice;
    for (int core = 0; core < machine.cores; core++)
        if (machine.holder[core] < 0 && machine.free_at[core] < core_free)
            core_free = machine.free_at[core];
    machine.horizon = UINT64_MAX;
    for (uint64_t rest = enabled & ~(UINT64_C(1) << chosen->slot); rest; rest &= rest - 1) {
        const struct thread *other = &stage.threads[__builtin_ctzll(rest)];
        uint64_t at = ready_at(other);
        cores_ready(other->core < 0 && at < core_free ? core_free : at);
    }
}

int cores_choose(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    (void)last;
    give_up_cores(enabled);
    struct thread *runs = earliest(enabled, true), *waits = earliest(enabled, false);
    uint64_t start = 0;
    int core = waits ? best_core(waits, &start) : -1;
    stage.visible = 0; /* steps are bounded by max_steps here */
    struct thread *chosen = runs;
    uint64_t at = core >= 0 && ready_at(waits) > start ? ready_at(waits) : start;
    if (core >= 0 && (!runs || ready_at(runs) > at)) {
        chosen = waits;
        enter_core(waits, core, waits->next.kind == STEP_START ? at : start);
    }
    look_ahead(enabled, chosen);
    return chosen->slot;
}

void cores_wait_behind(uint64_t by)
{
    static const struct step go = {.kind = STEP_GO};
    if (stage.self->clock > machine.horizon && stage.self->clock - machine.horizon > by)
        stand(&go);
}
