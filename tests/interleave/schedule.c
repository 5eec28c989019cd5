#include "interleave/schedule.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "interleave/blame.h"
#include "interleave/checkpoint.h"
#include "interleave/cost.h"
#include "interleave/environment.h"
#include "interleave/libc.h"
#include "interleave/objects.h"
#include "interleave/output.h"
#include "interleave/race.h"
#include "interleave/record.h"
#include "interleave/reset.h"
#include "interleave/spin.h"
#include "interleave/strand.h"
#include "interleave/stuck.h"
#include "interleave/task.h"
#include "interleave/team.h"
#include "interleave/tls.h"

struct stage stage;
OF_EXECUTION int order_slots;

static uintptr_t host_frame; /* of stage_run */
static bool running;         /* false: the host is to leave its loop */

static uint64_t bit(const struct thread *thread) { return UINT64_C(1) << thread->slot; }

/* errno is one of the host's thread; each of ours has its own. */
void stage_to_host(void)
{
    int own = errno;
    fiber_switch(&stage.self->fiber, &stage.host);
    errno = own;
}

/* ---- endings -------------------------------------------------------------- */

void stage_end(enum ending ending, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(stage.message, sizeof stage.message, format, arguments);
    va_end(arguments);
    stage.ending = ending;
    blame_record(ending);
    running = false;
    for (;;)
        stage_to_host();
}

void stage_tick_overflow(void)
{
    stage_end(stage.long_runs ? END_BOUND : END_ENDLESS, "still running after %llu million steps",
              (unsigned long long)(stage.max_steps / 1000000));
}

void go_on(void)
{
    static const struct step go = {.kind = STEP_GO};
    if (stage.machine)
        stand(&go);
}

/* ---- standing and waiting -------------------------------------------------- */

bool step_enabled(const struct thread *thread)
{
    if (thread->next.kind == STEP_START)
        return task_can_start(thread->task);
    if (thread->next.kind == STEP_YIELD)
        return worker_is_own(thread);
    return thread->next.kind != STEP_ACQUIRE || !thread->next.lock->owner;
}

bool steps_conflict(const struct step *a, const struct step *b)
{
    if (a->kind == STEP_EXIT || b->kind == STEP_EXIT)
        return true;
    return (step_writes(a) || step_writes(b)) && a->object < b->object + b->size &&
           b->object < a->object + a->size;
}

void stand(const struct step *step)
{
    struct thread *self = stage.self;
    if (stage.regions == 0 && !stage.policy->every_step) {
        self->next = *step;
        if (step_enabled(self))
            return;
    }
    self->next = *step;
    self->state = THREAD_STANDING;
    stage.standing |= bit(self);
    if (self->task && step->kind != STEP_START && !stage.machine)
        task_occupies(self->task);
    stage_to_host();
    self->last_progress = stage.steps;
}

void stand_before_exit(const void *pc, uintptr_t cfa)
{
    struct step step = {.kind = STEP_EXIT, .writes = true, .pc = pc, .cfa = cfa};
    if (stage.self)
        stand(&step);
}

void block(enum wait_kind why, uintptr_t on, const void *pc)
{
    struct thread *self = stage.self;
    self->state = why == WAIT_CHANGE ? THREAD_SPINNING : THREAD_BLOCKED;
    self->waits = why;
    self->waits_on = on;
    self->waits_pc = pc;
    if (self->task && why != WAIT_TASK)
        task_occupies(self->task);
    cost_block(self);
    stage_to_host();
    go_on();
}

void wake(struct thread *thread)
{
    cost_wake(thread);
    thread->state = THREAD_FRESH;
    thread->waits = WAIT_NONE;
    stage.fresh |= bit(thread);
}

/* ---- order ------------------------------------------------------------------ */

void order_release_join(struct order *into)
{
    struct thread *self = stage.self;
    order_join(into, &self->order);
    self->order.hb.at[self->strand]++;
}

void order_release(struct order *into)
{
    struct thread *self = stage.self;
    order_copy(into, &self->order);
    self->order.hb.at[self->strand]++;
}

void order_acquire(const struct order *from) { order_join(&stage.self->order, from); }

/* ---- the loop of an execution ----------------------------------------------- */

static uint64_t enabled_set(void)
{
    uint64_t enabled = 0;
    for (uint64_t rest = stage.standing; rest; rest &= rest - 1) {
        int slot = __builtin_ctzll(rest);
        if (step_enabled(&stage.threads[slot]))
            enabled |= UINT64_C(1) << slot;
    }
    return enabled;
}

static struct thread *ask_policy(uint64_t enabled)
{
    int most = stage.policy->max_visible ? stage.policy->max_visible : MAX_VISIBLE;
    if (racy_words > 0 && most > MAX_VISIBLE_RACY)
        most = MAX_VISIBLE_RACY;
    if (stage.visible >= most) {
        stage.ending = END_BOUND;
        snprintf(stage.message, sizeof stage.message,
                 "a schedule has more than %d steps: a smaller input may show the same", most);
        return NULL;
    }
    int slot = stage.policy->choose(stage.policy, enabled, stage.last);
    if (slot == POLICY_STOP) {
        stage.ending = END_STOPPED;
        return NULL;
    }
    if (stage.last >= 0 && slot != stage.last && enabled & UINT64_C(1) << stage.last)
        stage.preemptions++;
    struct thread *thread = &stage.threads[slot];
    stage.visible++;
    stage.last = slot;
    stage.standing &= ~bit(thread);
    if (stage.policy->step)
        stage.policy->step(stage.policy, thread);
    return thread;
}

static struct thread *next_thread(void)
{
    if (stage.fresh) {
        struct thread *thread = &stage.threads[__builtin_ctzll(stage.fresh)];
        stage.fresh &= stage.fresh - 1;
        return thread;
    }
    uint64_t enabled = enabled_set();
    if (enabled)
        return ask_policy(enabled);
    if (worker_move_untied() || spin_let_time_pass())
        return next_thread();
    stuck_report();
    return NULL;
}

/* Of the clocks only what was used: the rest is zero. */
void thread_forget(struct thread *thread)
{
    size_t used = (size_t)order_strands * sizeof *thread->order.hb.at;
    memset(thread->order.hb.at, 0, used);
    memset(thread->fence.at, 0, used);
    memset(thread->pending.at, 0, used);
    memset(&thread->order.dep, 0, sizeof thread->order.dep);
    thread->order.time = 0;
    memset(thread, 0, offsetof(struct thread, order));
}

static void forget_last_execution(void)
{
    for (int i = 0; i < order_slots; i++)
        thread_forget(&stage.threads[i]);
    order_slots = 0;
    strand_begin();
    stage.self = NULL;
    stage.alive = stage.regions = 0;
    stage.fresh = stage.standing = 0;
    stage.last = -1;
    stage.steps = 0;
    stage.visible = stage.preemptions = 0;
    stage.effort = 0;
    stage.execution++;
    stage.ending = END_RETURNED;
    stage.exit_status = stage.signal = 0;
    stage.message[0] = '\0';
    stage.message_pc = NULL;
    stage.fault_address = 0;
    stage.widest = 1;
    stage.teams = environment.teams;
    stage.teams_limit = environment.teams_thread_limit;
    stage.weak_atomics = stage.crowded = false;
    stage.tasks_wait = stage.tasks_hold = false;
}

static struct {
    void (*body)(const void *);
    const void *input;
} call;

static void call_body(void *argument)
{
    (void)argument;
    poison_stack();
    call.body(call.input);
    team_settle();
    running = false;
}

void thread_run(struct thread *thread)
{
    stage.self = thread;
    thread->state = THREAD_FRESH;
    fiber_switch(&stage.host, &thread->fiber);
}

bool stage_is_host(uintptr_t stack_pointer) { return host_frame - stack_pointer < STACK_BYTES; }

static void start_anew(void)
{
    reset_begin();
    forget_last_execution();
    objects_begin();
    orders_begin();
    race_begin();
    output_begin();
    libc_begin();
    record_begin();
    spin_begin();
    tls_begin();
    struct thread *first = thread_new(call_body, NULL);
    team_begin(first);
}

void stage_run(void (*body)(const void *), const void *input, struct policy *policy)
{
    host_frame = (uintptr_t)__builtin_frame_address(0);
    call.body = body;
    call.input = input;
    fiber_reserve();
    stage.policy = policy;
    int depth = policy->start ? checkpoint_resume() : -1;
    if (depth < 0)
        start_anew();
    if (policy->start)
        policy->start(policy, depth);
    running = true;
    while (running) {
        struct thread *thread = next_thread();
        if (!thread)
            break;
        thread_run(thread);
    }
    record_settle();
    if (stage.ending == END_CRASH && !stage.machine)
        run_after_crash();
    stage.self = NULL;
    if (stage.ending == END_RETURNED)
        libc_finish();
}
