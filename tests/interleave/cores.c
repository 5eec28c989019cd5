/* cores.c - who runs where on the virtual machine. */
#include "interleave/cores.h"

#include <string.h>

#include "interleave/cost.h"

struct virtual_machine machine;

void cores_begin(int cores)
{
    memset(&machine, 0, sizeof machine);
    machine.cores = cores;
    for (int i = 0; i < MAX_THREADS; i++)
        machine.holder[i] = machine.held_before[i] = -1;
}

/* What it did since the last bar is one bar of the Gantt chart. */
void draw_bar(struct thread *thread, int64_t units)
{
    if (!stage.trace || thread->core < 0 || thread->clock == thread->busy_since)
        return;
    struct event *event = trace_append(stage.trace);
    event->kind = EVENT_WORK;
    event->thread = thread->slot;
    event->number = thread->number;
    event->before = units;
    event->core = thread->core;
    event->start = thread->busy_since;
    event->end = thread->clock;
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

void leave_core(struct thread *thread)
{
    int core = thread->core;
    if (core < 0)
        return;
    machine.holder[core] = -1;
    machine.held_before[core] = thread->slot;
    machine.free_at[core] = thread->clock;
    draw_bar(thread, 0);
    thread->core = -1;
    thread->last_core = core;
}

/* The free core where the thread could start first: its own, when equal. */
static int best_core(const struct thread *thread, uint64_t *start)
{
    int best = -1;
    for (int core = 0; core < machine.cores; core++) {
        if (machine.holder[core] >= 0)
            continue;
        uint64_t at = machine.free_at[core] > thread->clock ? machine.free_at[core] : thread->clock;
        if (machine.held_before[core] >= 0 && machine.held_before[core] != thread->slot &&
            machine.free_at[core] + COST_SWITCH > at && thread->slice)
            at += COST_SWITCH;
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

/* Somebody has been waiting for a core longer than this thread has run. */
static bool slice_is_over(const struct thread *thread, uint64_t enabled)
{
    if (thread->slice < COST_SLICE)
        return false;
    for (uint64_t rest = enabled; rest; rest &= rest - 1) {
        const struct thread *other = &stage.threads[__builtin_ctzll(rest)];
        if (other->core < 0 && other->clock <= thread->clock)
            return true;
    }
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

/* Of the threads with a core, or of those without, the one that has been ready
 * longest; or NULL. */
static struct thread *earliest(uint64_t enabled, bool on_core)
{
    struct thread *first = NULL;
    for (uint64_t rest = enabled; rest; rest &= rest - 1) {
        struct thread *thread = &stage.threads[__builtin_ctzll(rest)];
        if ((thread->core >= 0) == on_core && (!first || thread->clock < first->clock))
            first = thread;
    }
    return first;
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
    if (core < 0 || (runs && runs->clock <= start))
        return runs->slot;
    enter_core(waits, core, start);
    return waits->slot;
}
