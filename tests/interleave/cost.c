/* cost.c - what each thing costs, charged to the thread that does it. */
#include "interleave/cost.h"

#include "interleave/bounds.h"
#include "interleave/cores.h"
#include "interleave/lines.h"
#include "interleave/objects.h"
#include "interleave/spin.h"
#include "interleave/team.h"

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

void cost_plain(void)
{
    struct thread *self = stage.self;
    if (self->half)
        cost_add(COST_PLAIN);
    self->half = !self->half;
    if (self->clock > machine.horizon)
        cores_wait_behind(MAX_AHEAD);
}

void cost_work(uint64_t nanoseconds)
{
    struct thread *self = stage.self;
    if (!stage.machine)
        return;
    go_on();
    draw_bar(self, 0);
    while (nanoseconds > 0) {
        uint64_t left = self->slice < COST_SLICE ? COST_SLICE - self->slice : COST_SLICE;
        uint64_t part = left < nanoseconds ? left : nanoseconds;
        if (stage.alive <= machine.cores)
            part = nanoseconds; /* nobody waits for a core */
        cost_add(part);
        draw_bar(self, (int64_t)(part / COST_UNIT));
        nanoseconds -= part;
        go_on();
    }
}

uint64_t cost_now(void)
{
    struct thread *self = stage.self;
    spin_asks_time();
    return stage.machine ? self->clock : (self->order.time += 1000);
}

void cost_pause(uint64_t nanoseconds)
{
    struct thread *self = stage.self;
    if (!stage.machine) {
        self->order.time += nanoseconds; /* what clocks tell moves on all the same */
        return;
    }
    leave_core(self);
    self->clock += nanoseconds;
    self->span += nanoseconds;
    go_on();
}

/* ---- memory ------------------------------------------------------------------------ */

/* The order in which cores get to a line that they fight over is that of their
 * clocks. */
static void access_line(const struct line_access *access)
{
    struct thread *self = stage.self;
    int core = self->core < 0 ? 0 : self->core;
    uint64_t waited = 0;
    if (!access->atomic && lines_quick(access->address, core, access->write)) {
        cost_plain();
        return;
    }
    if (lines_fought(access, core)) {
        cores_wait_behind(0);
        core = self->core < 0 ? 0 : self->core;
        uint64_t comes = self->fetched ? self->clock : lines_ask(access, core, self->clock);
        self->fetched = false;
        if (comes > self->clock) {
            waited = comes - self->clock;
            cost_add(waited);
            cores_wait_behind(0);
            core = self->core < 0 ? 0 : self->core;
        }
    }
    lines_use(access, core, waited);
    cost_plain();
}

void cost_access(uintptr_t address, size_t size, bool write, bool atomic, const void *pc)
{
    if (!stage.machine)
        return;
    struct line_access access = {.write = write, .atomic = atomic, .pc = pc};
    while (size > 0) {
        size_t here = 64 - (address & 63);
        access.address = address;
        access.size = (uint32_t)(size < here ? size : here);
        access_line(&access);
        address += access.size;
        size -= access.size;
    }
    if (atomic)
        cost_add(COST_ATOMIC);
}

/* ---- locks ------------------------------------------------------------------------- */

/* Another thread stands before it. */
static bool is_wanted(const struct lock *lock)
{
    for (uint64_t rest = stage.standing; rest; rest &= rest - 1) {
        const struct thread *other = &stage.threads[__builtin_ctzll(rest)];
        if (other != stage.self && other->next.kind == STEP_ACQUIRE && other->next.lock == lock)
            return true;
    }
    return false;
}

/* Does the thread that takes it have its line? */
static bool is_near(const struct lock *lock, const struct thread *thread)
{
    int core = thread->core >= 0 ? thread->core : thread->last_core;
    return lock->last_core < 0 || lock->last_core == core;
}

uint64_t cost_lock_free(const struct thread *thread)
{
    const struct lock *lock = thread->next.lock;
    if (lock->last_core < 0)
        return 0;
    if (!is_near(lock, thread))
        return lock->free_since + (thread->clock < lock->free_since ? COST_LINE_TRANSFER : 0);
    return lock->free_since + (lock->burst < COST_BURST ? 0 : 2 * COST_LINE_TRANSFER);
}

static void wait_until(uint64_t at)
{
    struct thread *self = stage.self;
    uint64_t waited = at - self->clock;
    machine.lock_waiting += waited;
    if (self->core >= 0)
        machine.waiting[self->core] += waited;
    draw_bar(self, 0);
    draw_wait(self, at);
    self->clock = self->busy_since = at;
}

/* The chain of its holders: at best one begins when the other ends. */
static void lengthen_chain(struct lock *lock)
{
    const struct thread *self = stage.self;
    if (lock->span_end < self->span)
        lock->span_end = self->span;
    lock->span_taken = self->span;
}

void cost_lock(struct lock *lock)
{
    struct thread *self = stage.self;
    if (!stage.machine)
        return;
    bool near = is_near(lock, self), wanted = is_wanted(lock);
    uint64_t at = lock->free_since;
    if (at > self->clock && !near)
        at += COST_LINE_TRANSFER;
    if (at > self->clock)
        wait_until(at);
    lock->burst = near && wanted ? lock->burst + 1 : 0;
    self->fetched = !near;
    lengthen_chain(lock);
    cost_add(COST_LOCK + (near && !wanted ? 0 : COST_LINE_TRANSFER));
}

void cost_unlock(struct lock *lock)
{
    struct thread *self = stage.self;
    lock->free_since = self->clock;
    lock->last_core = self->core;
    self->fetched = false;
    if (!stage.machine)
        return;
    lock->span_end += self->span - lock->span_taken;
    lock->span_taken = self->span;
    if (machine.lock_span < lock->span_end)
        machine.lock_span = lock->span_end;
    cores_ready(self->clock);
}

/* ---- teams ------------------------------------------------------------------------- */

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
    go_on(); /* in the order of clocks */
}

static uint64_t longer(uint64_t a, uint64_t b) { return a > b ? a : b; }

/* All members have arrived, and their tasks are complete: nobody's chain of work
 * was shorter. */
void cost_meet(struct team *team)
{
    uint64_t span = longer(team->span, machine.lock_span), latest = 0;
    if (!stage.machine)
        return;
    for (int i = 0; i < team->size; i++) {
        span = longer(span, team->members[i]->span);
        latest = longer(latest, team->members[i]->clock);
    }
    for (int i = 0; i < team->size; i++)
        team->members[i]->span = span;
    stage.self->clock = longer(stage.self->clock, latest);
}

void cost_fork(int size) { cost_add(size > 1 ? COST_FORK : COST_FORK_ALONE); }

void cost_thread_starts(struct thread *thread)
{
    cost_add(COST_THREAD);
    thread->clock = stage.self->clock;
    thread->span = stage.self->span;
    thread->core = thread->last_core = -1;
    thread->slice = 0;
    cores_ready(thread->clock);
}

void cost_member_leaves(struct team *team)
{
    go_on(); /* in the order of clocks */
    team->span = longer(team->span, stage.self->span);
    if (stage.machine && stage.self != team->master)
        leave_core(stage.self);
}

void cost_join(struct team *team)
{
    struct thread *self = stage.self;
    if (!stage.machine)
        return;
    if (team->size > 1)
        cost_add(COST_BARRIER / 2);
    self->span = longer(self->span, longer(team->span, machine.lock_span));
}

/* ---- waiting ----------------------------------------------------------------------- */

void cost_block(struct thread *thread)
{
    if (!stage.machine)
        return;
    thread->blocked_at = thread->clock;
    leave_core(thread);
}

/* Who spins sees the write when the line comes; others have to be woken. */
void cost_wake(struct thread *thread)
{
    if (!stage.machine)
        return;
    uint64_t at = stage.self->clock;
    thread->clock = longer(thread->clock, at);
    thread->span = longer(thread->span, stage.self->span);
    thread->clock += thread->waits == WAIT_CHANGE ? COST_LINE_TRANSFER : COST_WAKE;
    int core = thread->last_core;
    bool alone =
        core >= 0 && machine.holder[core] < 0 && machine.free_at[core] <= thread->blocked_at;
    if (alone) /* nobody else was on its core meanwhile */
        machine.waiting[core] += thread->clock - thread->blocked_at;
    cores_ready(thread->clock);
}
