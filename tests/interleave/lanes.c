#include "interleave/lanes.h"

#include "interleave/abi.h"
#include "interleave/lanes_own.h"
#include "interleave/simd_loops.h"
#include "interleave/team.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* A thread may be in an iteration of each kind: in a simd loop, and around it in
 * one whose iterations have no order. thread->in_lane holds the bits. */
enum kind { LOCKSTEP, ANY_ORDER, KINDS };

static struct lanes of[KINDS][MAX_THREADS];

/* What the next iteration to begin combines with others, and what it has in common. */
static struct {
    struct own_list own, common;
} next[MAX_THREADS];

static bool is_in(const struct thread *thread, enum kind kind)
{
    return thread->in_lane >> kind & 1;
}

static struct lanes *lanes_self(enum kind kind)
{
    struct lanes *lanes = &of[kind][stage.self->slot];
    if (lanes->execution != stage.execution) {
        lanes->execution = stage.execution;
        lanes->any_order = kind == ANY_ORDER;
        lanes->number = -1;
        lanes->own.count = lanes->common.count = 0;
    }
    return lanes;
}

void lanes_access(uintptr_t address, size_t size, bool write, const void *pc)
{
    for (enum kind kind = 0; kind < KINDS; kind++)
        if (is_in(stage.self, kind))
            lanes_judge(&of[kind][stage.self->slot], address, size, write, pc);
}

void lanes_call(const void *caller)
{
    for (enum kind kind = 0; kind < KINDS; kind++) {
        struct lanes *lanes = &of[kind][stage.self->slot];
        if (is_in(stage.self, kind) && lanes->depth++ == 0)
            lanes->call = caller;
    }
}

void lanes_return(void)
{
    for (enum kind kind = 0; kind < KINDS; kind++) {
        struct lanes *lanes = &of[kind][stage.self->slot];
        if (is_in(stage.self, kind) && lanes->depth > 0)
            lanes->depth--;
    }
}

void lanes_lock(int change)
{
    for (enum kind kind = 0; kind < KINDS; kind++)
        of[kind][stage.self->slot].locks += change;
}

void lanes_forget(uintptr_t address, size_t size)
{
    for (enum kind kind = 0; kind < KINDS; kind++)
        if (is_in(stage.self, kind))
            lanes_drop(&of[kind][stage.self->slot], address, size);
}

void lanes_end_loop(const struct thread *thread)
{
    for (enum kind kind = 0; kind < KINDS; kind++)
        of[kind][thread->slot].number = -1;
}

void lanes_end_chunk(const struct thread *thread) { of[LOCKSTEP][thread->slot].number = -1; }

/* ---- the calls that simd_source.c adds ------------------------------------------------------ */

/* Before the construct: what its clauses say. Returns 0. */
ABI int __interleave_simd(const char *function, int in_source, long safelen, int on)
{
    struct thread *self = stage.self;
    if (!self || is_in(self, LOCKSTEP))
        return 0;
    struct simd_loop *loop = simd_loop(simd_loop_number(function, in_source));
    loop->safelen = safelen;
    loop->on = on != 0;
    lanes_self(LOCKSTEP)->number = -1;
    return 0;
}

/* The same before a construct whose iterations have no order. */
ABI int __interleave_any_order(const char *function, int in_source)
{
    struct thread *self = stage.self;
    if (!self || is_in(self, ANY_ORDER))
        return 0;
    simd_loop(simd_loop_number(function, in_source))->on = true;
    lanes_self(ANY_ORDER)->number = -1;
    return 0;
}

static void own_add(struct own_list *list, const volatile void *address, size_t size)
{
    if (list->count < MOST_OWN)
        list->of[list->count++] = (struct own){(uintptr_t)address, size};
}

/* At the head of an iteration, before the call that begins it: its own copy of what all
 * combine. */
ABI int __interleave_own(const volatile void *address, size_t size)
{
    if (!stage.self)
        return 0;
    own_add(&next[stage.self->slot].own, address, size);
    return 0;
}

/* Likewise: a variable that all iterations share, wherever it lies. */
ABI int __interleave_common(const volatile void *address, size_t size)
{
    if (!stage.self)
        return 0;
    own_add(&next[stage.self->slot].common, address, size);
    return 0;
}

static void begin_loop(struct lanes *lanes, int number, const struct task *task)
{
    lanes->number = number;
    lanes->task = task;
    lanes->loop++;
    lanes->count = lanes->lane = 0;
    lanes->safelen = simd_loop(number)->safelen;
}

/* One more iteration, of the loop that it is in or of another. Is it to be judged? */
static bool begins(struct lanes *lanes, int number, const struct task *task)
{
    if (!simd_loop(number)->on || stage.machine || stage.execution > stage.lanes_until)
        return false;
    if (lanes->number != number || lanes->task != task)
        begin_loop(lanes, number, task);
    lanes->lane++;
    return lanes->count < MAX_LANE_WORDS;
}

struct frame_of_loop {
    const void *pc;
    uintptr_t low, high;
};

static int begin(enum kind kind, int number, struct frame_of_loop frame)
{
    struct thread *self = stage.self;
    struct lanes *lanes = lanes_self(kind);
    if (is_in(self, kind)) {
        lanes->nested++;
    } else if (begins(lanes, number, self->implicit->task)) {
        lanes->pc = frame.pc;
        lanes->low = frame.low;
        lanes->high = frame.high;
        lanes->at = (struct position){0};
        lanes->depth = lanes->nested = lanes->blocks = 0;
        lanes->locks = 0;
        lanes->last_size = 0;
        lanes->own = next[self->slot].own;
        lanes->common = next[self->slot].common;
        self->in_lane |= 1U << kind;
    }
    next[self->slot].own.count = next[self->slot].common.count = 0;
    return 1;
}

static void end(enum kind kind)
{
    struct thread *self = stage.self;
    if (!self)
        return;
    struct lanes *lanes = &of[kind][self->slot];
    if (is_in(self, kind) && lanes->nested > 0)
        lanes->nested--;
    else
        self->in_lane &= ~(1U << kind);
}

#define LOOP_FRAME ((struct frame_of_loop){CALLER_PC, CALLER_CFA, CALLER_FRAME})

/* Begin an iteration. Return 1. */
ABI int __interleave_lane(const char *function, int in_source)
{
    return stage.self ? begin(LOCKSTEP, simd_loop_number(function, in_source), LOOP_FRAME) : 1;
}

ABI int __interleave_iteration(const char *function, int in_source)
{
    return stage.self ? begin(ANY_ORDER, simd_loop_number(function, in_source), LOOP_FRAME) : 1;
}

ABI void __interleave_lane_end(int *unused)
{
    (void)unused;
    end(LOCKSTEP);
}

ABI void __interleave_iteration_end(int *unused)
{
    (void)unused;
    end(ANY_ORDER);
}

/* Around the block of `ordered simd`. Returns 1. */
ABI int __interleave_ordered(void)
{
    if (stage.self && is_in(stage.self, LOCKSTEP)) {
        struct lanes *lanes = &of[LOCKSTEP][stage.self->slot];
        lanes->at.ordered = ++lanes->blocks;
    }
    return 1;
}

ABI void __interleave_ordered_end(int *unused)
{
    (void)unused;
    if (stage.self && is_in(stage.self, LOCKSTEP))
        of[LOCKSTEP][stage.self->slot].at.ordered = 0;
}
