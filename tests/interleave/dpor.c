/* dpor.c - source-DPOR with sleep sets.
 *
 * Abdulla, Aronis, Jonsson and Sagonas, "Optimal dynamic partial order
 * reduction", POPL 2014, Algorithm 1: one execution for each class of schedules
 * that differ only in the order of steps that commute. Where two steps race,
 * the other order is tried by adding an initial of what must come first to the
 * source set of the state before the race. Wakeup trees are not used.
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/checkpoint.h"
#include "interleave/engine.h"
#include "interleave/exclusion.h"
#include "interleave/explore.h"
#include "interleave/grow.h"
#include "interleave/task.h"

/* A state on the path: what may go, what has gone, what need not. */
struct node {
    uint64_t enabled, source, done, sleep;
    int chosen;
    int steps;  /* on the path before it */
    int values; /* > 0: a choice of 0 … values-1, not of a thread */
};

/* A step of the path, with everything that happened before it. */
struct happened {
    struct step step;
    int slot, node;
    bool held;       /* a try of a lock that was held */
    bool ends;       /* the program: exit(), or it led to a crash */
    bool waits;      /* never done: it was not possible when the program ended */
    uint32_t number; /* of the thread's steps, 1 … */
    int places;      /* of a start that does not commute: so many could start */
    int same_bucket; /* the step before it on an object of the same bucket, or -1 */
    uint32_t clock[MAX_THREADS];
};

#define BUCKETS 256

static struct {
    struct engine engine;
    struct node *nodes;
    int depth; /* nodes on the path */
    size_t node_room;
    int replayed; /* nodes whose choice is given: the last was changed */
    int at;       /* node that is chosen next */
    struct happened *steps;
    int step_count;
    size_t step_room;
    int buckets[BUCKETS]; /* the latest step in each */
    bool any_long;        /* a step spans buckets: all steps are looked at */
    uint64_t sleep;       /* of the state that is reached next */
    bool at_random;       /* a new node's first choice */
} dpor;

/* ---- what happened before what --------------------------------------------- */

static int bucket_of(uintptr_t object) { return (int)(object >> 3 & (BUCKETS - 1)); }

static bool before(const struct happened *first, const uint32_t *clock)
{
    return clock[first->slot] >= first->number;
}

static void join(uint32_t *clock, const uint32_t *other)
{
    for (int i = 0; i < order_slots; i++)
        if (clock[i] < other[i])
            clock[i] = other[i];
}

/* ---- what does not commute ---------------------------------------------------- */

/* Tasks that hold their workers meet only where there are too few of these: when
 * from the earlier start to the later one more tasks started than there were
 * places before. A task that ends in the step of its start meets nobody. */
static bool starts_meet(int earlier, const struct happened *later)
{
    const struct happened *e = &dpor.steps[earlier];
    if (!e->places || !later->places)
        return false;
    int starts = 1;
    for (int i = earlier; i < dpor.step_count; i++)
        starts += dpor.steps[i].places > 0 && dpor.steps[i].step.object == later->step.object;
    return starts > e->places;
}

static bool meets(int earlier, const struct happened *later)
{
    const struct step *e = &dpor.steps[earlier].step;
    if (dpor.steps[earlier].ends)
        return !later->waits || (e->kind != STEP_EXIT && steps_conflict(e, &later->step));
    if (!steps_conflict(e, &later->step))
        return false;
    return later->step.kind != STEP_START || e->kind != STEP_START || starts_meet(earlier, later);
}

/* Threads that can come first in what is not after `racing`, then `step`: the
 * initials of notdep(e, E).p. */
static uint64_t initials(int racing, const struct happened *step, int count)
{
    int first[MAX_THREADS];
    uint64_t seen = 0, result = 0;
    const struct happened *e = &dpor.steps[racing];
    for (int i = racing + 1; i < count; i++) {
        const struct happened *f = &dpor.steps[i];
        if (before(e, f->clock) || seen >> f->slot & 1)
            continue;
        first[f->slot] = i;
        seen |= UINT64_C(1) << f->slot;
    }
    for (uint64_t rest = seen | UINT64_C(1) << step->slot; rest; rest &= rest - 1) {
        int slot = __builtin_ctzll(rest);
        const struct happened *f = seen >> slot & 1 ? &dpor.steps[first[slot]] : step;
        bool initial = true;
        for (uint64_t others = seen & ~(UINT64_C(1) << slot); others && initial;
             others &= others - 1)
            initial = !before(&dpor.steps[first[__builtin_ctzll(others)]], f->clock);
        if (initial)
            result |= UINT64_C(1) << slot;
    }
    return result;
}

static void reverse(int racing, const struct happened *step)
{
    struct node *node = &dpor.nodes[dpor.steps[racing].node];
    stage.effort += (uint64_t)(dpor.step_count - racing) / 2;
    uint64_t first = initials(racing, step, dpor.step_count);
    if (first & (node->source | node->done))
        return;
    uint64_t able = first & node->enabled;
    if (!able) {
        node->source |= node->enabled;
        return;
    }
    /* Prefer the thread of the step itself: it leads straight to the race. */
    node->source |= able >> step->slot & 1 ? UINT64_C(1) << step->slot : able & -able;
}

/* The step before it that may meet the same memory, or -1. */
static int earlier(int i) { return dpor.any_long ? i - 1 : dpor.steps[i].same_bucket; }

/* Whatever does not commute with `step` and came before `e` is before `e` too. */
static bool hides_earlier(const struct step *e, const struct step *step)
{
    return e->writes && e->kind != STEP_RELEASE && e->kind != STEP_START &&
           e->object <= step->object && e->object + e->size >= step->object + step->size;
}

/* While the lock was held it could not come first: what took the lock can. */
static bool waits_for(const struct happened *step, const struct happened *e)
{
    return step->step.kind == STEP_ACQUIRE && (e->step.kind == STEP_RELEASE || e->held);
}

/* Steps on the same object, latest first, that `step` does not commute with:
 * each is before it from now on, and those that nothing ordered race. */
static void meet(struct happened *step, bool races)
{
    uint32_t released[MAX_THREADS];
    bool any_released = false;
    int latest = dpor.any_long ? dpor.step_count - 1 : step->same_bucket;
    for (int i = latest; i >= 0; i = earlier(i)) {
        const struct happened *e = &dpor.steps[i];
        bool ordered = e->slot == step->slot || before(e, step->clock);
        if (!ordered && !meets(i, step))
            continue;
        if (!ordered && waits_for(step, e)) {
            if (!any_released)
                memset(released, 0, (size_t)order_slots * sizeof *released);
            any_released = true;
            join(released, e->clock);
            continue;
        }
        if (!ordered && races)
            reverse(i, step);
        if (!ordered)
            join(step->clock, e->clock);
        if (hides_earlier(&e->step, &step->step))
            break;
    }
    if (any_released)
        join(step->clock, released);
}

static void fill(struct happened *h, const struct thread *thread)
{
    h->step = thread->next;
    h->step.writes = step_writes(&thread->next);
    h->step.spent = NULL;
    h->slot = thread->slot;
    h->held = thread->next.kind == STEP_TRY && thread->next.lock->owner;
    h->ends = thread->next.kind == STEP_EXIT;
    h->waits = false;
    h->node = dpor.at - 1;
    h->number = thread->order.dep.at[thread->slot] + 1;
    h->places = thread->next.kind == STEP_START && !task_commutes(thread->task)
                    ? task_places(thread->task)
                    : 0;
    h->same_bucket = dpor.buckets[bucket_of(thread->next.object)];
    dpor.any_long |=
        (thread->next.object & 7) + thread->next.size > 8 || thread->next.kind == STEP_EXIT;
    for (int i = 0; i < order_slots; i++)
        h->clock[i] = thread->order.dep.at[i];
}

/* The step that was just chosen is the path's last, and done. */
static void append(struct happened *h, struct thread *thread)
{
    dpor.buckets[bucket_of(h->step.object)] = dpor.step_count++;
    for (int i = 0; i < order_slots; i++)
        thread->order.dep.at[i] = h->clock[i];
}

/* The step that was just chosen does not commute with the sleeper's. */
static bool disturbs(const struct happened *h, const struct thread *sleeper)
{
    if (sleeper->state != THREAD_STANDING)
        return true;
    if (h->step.kind == STEP_START && sleeper->next.kind == STEP_START)
        return h->places == 1 && !task_commutes(sleeper->task);
    return steps_conflict(&sleeper->next, &h->step);
}

static void dpor_step(struct policy *policy, struct thread *thread)
{
    (void)policy;
    if (dpor.at < dpor.replayed) { /* as in the execution before: its record still stands */
        append(&dpor.steps[dpor.step_count], thread);
        return;
    }
    dpor.steps = grow(dpor.steps, (size_t)dpor.step_count + 1, &dpor.step_room, sizeof *dpor.steps);
    struct happened *h = &dpor.steps[dpor.step_count];
    fill(h, thread);
    meet(h, true);
    h->clock[h->slot] = h->number;
    append(h, thread);
    uint64_t sleep = dpor.sleep;
    for (uint64_t rest = sleep; rest; rest &= rest - 1) {
        int slot = __builtin_ctzll(rest);
        if (disturbs(h, &stage.threads[slot]))
            dpor.sleep &= ~(UINT64_C(1) << slot);
    }
}

/* Blocked acquires race with who took the lock: else a deadlock's other branch
 * would never be tried. What was to come when one thread ended the program could
 * have come before that. */
static void pending_steps(void)
{
    bool any_long = dpor.any_long;
    if (stage.ending == END_CRASH && dpor.step_count > 0)
        dpor.steps[dpor.step_count - 1].ends = dpor.any_long = true;
    for (int i = 0; i < order_slots; i++) {
        struct thread *thread = &stage.threads[i];
        if (thread->state != THREAD_STANDING)
            continue;
        dpor.steps =
            grow(dpor.steps, (size_t)dpor.step_count + 1, &dpor.step_room, sizeof *dpor.steps);
        struct happened *h = &dpor.steps[dpor.step_count];
        fill(h, thread);
        h->waits = !step_enabled(thread);
        if (h->step.kind == STEP_START) /* it found no place */
            h->places = 1;
        meet(h, true);
    }
    dpor.any_long = any_long;
}

/* ---- choosing ------------------------------------------------------------------ */

static struct node *new_node(void)
{
    dpor.nodes = grow(dpor.nodes, (size_t)dpor.at + 1, &dpor.node_room, sizeof *dpor.nodes);
    struct node *node = &dpor.nodes[dpor.at];
    *node = (struct node){.steps = dpor.step_count};
    dpor.depth = dpor.at + 1;
    return node;
}

static int dpor_choose(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    struct node *node;
    if (dpor.at < dpor.replayed) {
        node = &dpor.nodes[dpor.at];
        if (dpor.at == dpor.replayed - 1)
            checkpoint_save(dpor.at);
        first_choice(UINT64_C(1) << node->chosen, last);
    } else {
        node = new_node();
        node->enabled = enabled;
        node->sleep = dpor.sleep;
        uint64_t able = enabled & ~node->sleep;
        dpor.engine.gave_up |= dpor.step_count >= MAX_DPOR_STEPS;
        if (!able || dpor.engine.gave_up)
            return POLICY_STOP;
        node->chosen = dpor.at_random ? random_choice(able, last) : first_choice(able, last);
        node->source = UINT64_C(1) << node->chosen;
    }
    dpor.sleep = (node->sleep | node->done) & ~(UINT64_C(1) << node->chosen);
    dpor.at++;
    path_add(node->chosen);
    return node->chosen;
}

static int dpor_value(struct policy *policy, int n)
{
    (void)policy;
    struct node *node;
    if (dpor.at < dpor.replayed) {
        node = &dpor.nodes[dpor.at];
    } else {
        node = new_node();
        node->values = n;
        node->sleep = dpor.sleep;
    }
    if (dpor.at >= dpor.replayed - 1)
        dpor.sleep = node->sleep;
    dpor.at++;
    path_add(node->chosen);
    return node->chosen;
}

/* The path is as it was before the choice `depth`. */
static void dpor_start(struct policy *policy, int depth)
{
    (void)policy;
    int steps = depth < 0 ? 0 : dpor.nodes[depth].steps;
    while (dpor.step_count > steps) {
        const struct happened *last = &dpor.steps[--dpor.step_count];
        dpor.buckets[bucket_of(last->step.object)] = last->same_bucket;
    }
    dpor.at = depth < 0 ? 0 : depth;
    dpor.sleep = 0;
}

static void dpor_begin(struct engine *engine)
{
    engine->executions = 0;
    engine->gave_up = false;
    dpor.depth = dpor.replayed = dpor.step_count = 0;
    dpor.any_long = false;
    memset(dpor.buckets, -1, sizeof dpor.buckets);
    random_restart();
    checkpoint_drop(-1);
}

/* The next choice of a node, or -1. */
static int next_choice(struct node *node)
{
    if (node->values)
        return node->chosen + 1 < node->values ? node->chosen + 1 : -1;
    node->done |= UINT64_C(1) << node->chosen;
    uint64_t rest = node->source & ~node->done & ~node->sleep;
    return rest ? __builtin_ctzll(rest) : -1;
}

static bool dpor_ended(struct engine *engine, int outcome)
{
    if (outcome >= 0)
        engine->executions++;
    if (outcome >= 0)
        pending_steps();
    if (stage.ending == END_BOUND)
        engine->gave_up = true;
    while (dpor.depth > 0 && !engine->gave_up) {
        struct node *node = &dpor.nodes[dpor.depth - 1];
        int choice = next_choice(node);
        if (choice >= 0) {
            node->chosen = choice;
            dpor.replayed = dpor.depth;
            checkpoint_drop(dpor.depth - 1);
            return true;
        }
        dpor.depth--;
    }
    return false;
}

static struct engine *engine(bool at_random)
{
    dpor.at_random = at_random;
    dpor.engine = (struct engine){.policy = {.choose = dpor_choose,
                                             .value = dpor_value,
                                             .step = dpor_step,
                                             .start = dpor_start},
                                  .name = "dpor",
                                  .begin = dpor_begin,
                                  .ended = dpor_ended};
    return &dpor.engine;
}

struct engine *engine_dpor(void) { return engine(false); }
struct engine *engine_dpor_at_random(void) { return engine(true); }
