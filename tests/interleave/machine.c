/* machine.c - the virtual machine: P cores, virtual time, and their policy.
 *
 * Every thread has a clock. The thread whose step comes earliest goes next; a
 * thread without a core waits for the one that is free first. cost.h says what
 * things cost. The makespan is the first thread's clock at the end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/cost.h"
#include "interleave/engine.h"
#include "interleave/explore.h"
#include "interleave/interleave.h"
#include "interleave/lines.h"
#include "interleave/objects.h"
#include "interleave/race.h"
#include "interleave/team.h"

static struct {
    int cores;
    uint64_t free_at[MAX_THREADS]; /* of a core without a thread */
    int holder[MAX_THREADS];       /* slot of its thread, -1 none */
    int held_before[MAX_THREADS];  /* the thread before */
    uint64_t busy[MAX_THREADS], waiting[MAX_THREADS];
    uint64_t work, lock_waiting;
} machine;

/* ---- cores ------------------------------------------------------------------- */

/* What it did since the last bar is one bar of the Gantt chart. */
static void draw_bar(struct thread *thread, int64_t units)
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
static void draw_wait(const struct thread *thread, uint64_t until)
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

static void leave_core(struct thread *thread)
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

static int machine_choose(struct policy *policy, uint64_t enabled, int last)
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

static int machine_value(struct policy *policy, int n)
{
    (void)policy;
    (void)n;
    return 0;
}

/* ---- costs -------------------------------------------------------------------- */

static const struct step go = {.kind = STEP_GO};

void cost_add(uint64_t nanoseconds)
{
    struct thread *self = stage.self;
    if (!stage.machine || !self)
        return;
    self->clock += nanoseconds;
    self->span += nanoseconds;
    self->slice += nanoseconds;
    machine.work += nanoseconds;
    if (self->core >= 0)
        machine.busy[self->core] += nanoseconds;
}

void cost_work(uint64_t nanoseconds)
{
    struct thread *self = stage.self;
    if (!stage.machine)
        return;
    stand(&go);
    draw_bar(self, 0);
    while (nanoseconds > 0) {
        uint64_t left = self->slice < COST_SLICE ? COST_SLICE - self->slice : 0;
        uint64_t part = left && left < nanoseconds ? left : nanoseconds;
        if (stage.alive <= machine.cores)
            part = nanoseconds; /* nobody waits for a core */
        cost_add(part);
        draw_bar(self, (int64_t)(part / COST_UNIT));
        nanoseconds -= part;
        stand(&go);
    }
}

void cost_pause(uint64_t nanoseconds)
{
    struct thread *self = stage.self;
    if (!stage.machine) {
        self->clock += nanoseconds; /* what clocks tell moves on all the same */
        return;
    }
    leave_core(self);
    self->clock += nanoseconds;
    self->span += nanoseconds;
    stand(&go);
}

/* Another thread is behind by more than that: let it come up before this access
 * is priced. */
static bool ahead(const struct thread *self, uint64_t by)
{
    for (uint64_t rest = stage.standing; rest; rest &= rest - 1) {
        const struct thread *other = &stage.threads[__builtin_ctzll(rest)];
        if (other->clock + by < self->clock && step_enabled(other))
            return true;
    }
    return false;
}

void cost_access(uintptr_t address, uint32_t size, int write, const void *pc)
{
    struct thread *self = stage.self;
    if (!stage.machine)
        return;
    if (self->core >= 0 && stage.regions > 0) {
        bool fought = lines_contended(address) || lines_foreign(address, self->core, write);
        if (ahead(self, fought ? 0 : MAX_AHEAD))
            stand(&go);
    }
    int core = self->core >= 0 ? self->core : 0;
    bool transfer = lines_access(address, size, core, write, pc);
    cost_add(transfer ? COST_LINE_TRANSFER : COST_ACCESS);
}

void cost_lock(struct lock *lock)
{
    struct thread *self = stage.self;
    if (!stage.machine)
        return;
    if (lock->free_since > self->clock) {
        uint64_t waited = lock->free_since - self->clock;
        machine.lock_waiting += waited;
        if (self->core >= 0)
            machine.waiting[self->core] += waited;
        draw_bar(self, 0);
        draw_wait(self, lock->free_since);
        self->clock = lock->free_since;
        self->busy_since = self->clock;
    }
    bool handed = lock->last_core >= 0 && lock->last_core != self->core;
    cost_add(handed ? COST_LOCK_HANDOVER : COST_LOCK);
}

static unsigned doublings(int size)
{
    unsigned n = 0;
    while (size > 1 << n)
        n++;
    return n;
}

void cost_barrier(int size)
{
    cost_add((uint64_t)COST_BARRIER / 2 * (doublings(size) + 1));
}

/* All members have arrived: nobody's chain of work was shorter. */
void cost_meet(struct team *team)
{
    uint64_t span = 0, latest = 0;
    for (int i = 0; i < team->size; i++) {
        const struct thread *member = team->members[i];
        span = member->span > span ? member->span : span;
        latest = member->clock > latest ? member->clock : latest;
    }
    for (int i = 0; i < team->size; i++)
        team->members[i]->span = span;
    if (stage.machine && latest > stage.self->clock)
        stage.self->clock = latest;
}

void cost_fork(int size)
{
    cost_add(size > 1 ? COST_FORK : COST_BLOCK * 10);
}

void cost_thread_starts(struct thread *thread)
{
    cost_add(COST_THREAD);
    thread->clock = stage.self->clock;
    thread->span = stage.self->span;
    thread->core = thread->last_core = -1;
    thread->slice = 0;
}

void cost_member_leaves(struct team *team)
{
    if (team->span < stage.self->span)
        team->span = stage.self->span;
    if (stage.machine && stage.self != team->master)
        leave_core(stage.self);
}

void cost_join(struct team *team)
{
    if (team->size > 1)
        cost_add(COST_BARRIER / 2);
    if (stage.self->span < team->span)
        stage.self->span = team->span;
}

void cost_block(struct thread *thread)
{
    if (!stage.machine)
        return;
    thread->blocked_at = thread->clock;
    leave_core(thread);
}

void cost_wake(struct thread *thread, uint64_t at)
{
    if (!stage.machine)
        return;
    if (thread->clock < at)
        thread->clock = at;
    thread->clock += COST_WAKE;
    if (thread->last_core >= 0)
        machine.waiting[thread->last_core] += thread->clock - thread->blocked_at;
}

/* ---- the question --------------------------------------------------------------- */

static void run(const struct ask *ask, int cores, int limit, struct trace *trace)
{
    struct policy policy = {.choose = machine_choose, .value = machine_value, .every_step = true};
    memset(&machine, 0, sizeof machine);
    machine.cores = cores;
    for (int i = 0; i < MAX_THREADS; i++)
        machine.holder[i] = machine.held_before[i] = -1;
    explore_prepare(ask);
    if (limit)
        stage.thread_limit = limit;
    stage.machine = true;
    stage.trace = trace;
    stage.explain = true;
    lines_begin();
    racy_clear();
    run_forget();
    int words;
    do {
        words = racy_words;
        stage_run(ask->body, ask->input, &policy);
    } while (stage.ending == END_STOPPED && racy_words > words);
    draw_bar(&stage.threads[0], 0);
    stage.machine = stage.explain = false;
    stage.trace = NULL;
}

static void take_results(struct machine *out, struct trace *trace)
{
    const struct thread *first = &stage.threads[0];
    out->makespan = first->clock;
    out->work = machine.work;
    out->span = first->span;
    out->lock_waiting = machine.lock_waiting;
    memcpy(out->busy, machine.busy, sizeof out->busy);
    memcpy(out->waiting, machine.waiting, sizeof out->waiting);
    memcpy(out->units_by_thread, interleave_units(), sizeof out->units_by_thread);
    out->line_count = lines_report(out->lines, 8);
    out->false_cost = lines_false_cost();
    if (!trace)
        return;
    trace->cores = out->cores;
    trace->makespan = out->makespan;
}

static int64_t units_in_all(void)
{
    int64_t sum = 0;
    for (int i = 0; i < MAX_THREADS; i++)
        sum += interleave_units()[i];
    return sum;
}

int interleave_machine(const struct ask *ask, struct machine *out, struct answer *answer,
                       struct trace *trace)
{
    int cores = out->cores < 1 ? 1 : out->cores > MAX_THREADS ? MAX_THREADS : out->cores;
    *out = (struct machine){.cores = cores};
    run(ask, 1, 1, NULL);
    uint64_t serial = stage.threads[0].clock;
    int64_t alone = units_in_all();
    run(ask, cores, 0, trace);
    /* A team of one may have done other work: then this run's, one after another. */
    serial += (uint64_t)(units_in_all() - alone) * COST_UNIT;
    take_results(out, trace);
    out->serial = serial;
    run_answer(answer);
    return stage.ending == END_UNSUPPORTED ? -1 : 0;
}
