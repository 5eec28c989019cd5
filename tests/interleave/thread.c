/* thread.c - slots for threads: taken, begun, over, free again. */
#include <errno.h>

#include "interleave/lanes.h"
#include "interleave/race.h"
#include "interleave/schedule.h"
#include "interleave/spin.h"
#include "interleave/strand.h"

/* Does whoever knows `order` know all that was done in this slot? */
static bool past_is_known(const struct thread *slot, const struct order *order)
{
    return slot->slot >= order_slots ||
           strand_known(order, slot->strand, slot->order.hb.at[slot->strand]);
}

/* The search takes the steps of one slot for ordered: a free one whose past is
 * known comes first. */
static struct thread *free_slot(const struct order *order)
{
    struct thread *any = NULL;
    for (int i = 0; i < MAX_THREADS; i++) {
        struct thread *thread = &stage.threads[i];
        thread->slot = i;
        if (thread->state != THREAD_NONE)
            continue;
        thread->late = order && !past_is_known(thread, order);
        if (!thread->late)
            return thread;
        any = any ? any : thread;
    }
    return any;
}

void thread_end(void)
{
    struct thread *self = stage.self;
    self->state = self->recycle ? THREAD_NONE : THREAD_OVER;
    if (self->recycle)
        strand_give(self);
    stage.alive--;
    for (;;)
        stage_to_host();
}

static void thread_main(void)
{
    fiber_arrived();
    errno = 0;
    struct thread *self = stage.self;
    if (!self->task) /* which waits for a worker first */
        go_on();
    self->entry(self->argument);
    thread_end();
}

static void inherit_order(struct thread *thread, const struct order *order)
{
    int slot = thread->slot;
    if (slot >= order_slots)
        order_slots = slot + 1;
    uint32_t steps = thread->order.dep.at[slot];
    int strand = thread->strand = strand_take(thread, order, slot);
    if (order)
        order_copy(&thread->order, order);
    thread->order.hb.at[strand] = strand_last(strand) + 1;
    thread->order.dep.at[slot] = steps;
    thread->fenced = thread->loaded = false;
}

struct thread *thread_new_after(void (*entry)(void *), void *argument, const struct order *order)
{
    struct thread *thread = free_slot(order);
    if (!thread || stage.alive >= stage.thread_limit)
        return NULL;
    thread->state = THREAD_FRESH;
    thread->entry = entry;
    thread->argument = argument;
    thread->last_progress = stage.steps;
    thread->core = thread->last_core = -1;
    spin_forget(thread);
    inherit_order(thread, order);
    thread->tls_slot = thread->slot;
    thread->task = NULL;
    thread->below = NULL;
    thread->lends = thread->region_low = 0;
    thread->resumes = thread->recycle = false;
    lanes_end_loop(thread);
    fiber_start(&thread->fiber, thread->slot, thread_main);
    if (thread->late || stage.crowded) /* what others did on its stack is nothing to it */
        race_forget(thread->fiber.low, thread->fiber.high - thread->fiber.low);
    stage.fresh |= UINT64_C(1) << thread->slot;
    stage.alive++;
    return thread;
}

struct thread *thread_new(void (*entry)(void *), void *argument)
{
    return thread_new_after(entry, argument, stage.self ? &stage.self->order : NULL);
}

void thread_free(struct thread *thread)
{
    thread->state = THREAD_NONE;
    strand_give(thread);
}
