/* cost.c - what each thing costs, charged to the thread that does it. */
#include "interleave/cost.h"

#include "interleave/cores.h"
#include "interleave/lines.h"
#include "interleave/objects.h"
#include "interleave/team.h"

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

void cost_barrier(int size) { cost_add((uint64_t)COST_BARRIER / 2 * (doublings(size) + 1)); }

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

void cost_fork(int size) { cost_add(size > 1 ? COST_FORK : COST_BLOCK * 10); }

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
