/* api.c - what bodies of checks and programs may ask of the runtime. */
#include <string.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/heap.h"
#include "interleave/interleave.h"
#include "interleave/schedule.h"

static int64_t units[MAX_THREADS];

const int64_t *interleave_units(void)
{
    for (int i = 0; i < MAX_THREADS; i++)
        units[i] = stage.threads[i].units;
    return units;
}

void interleave_label(const char *label)
{
    static char all_labels;
    struct step step = {.kind = STEP_LABEL,
                        .writes = true,
                        .size = 1,
                        .label = label,
                        .object = (uintptr_t)&all_labels,
                        .pc = CALLER_PC,
                        .cfa = CALLER_CFA};
    stand(&step);
    record_label(label, CALLER_PC);
}

int interleave_choose(int n)
{
    if (n <= 1)
        return 0;
    int value = stage.policy->value(stage.policy, n);
    if (value == POLICY_STOP)
        stage_end(END_STOPPED, "%s", stage.message);
    struct event *event = record(EVENT_CHOICE, CALLER_PC);
    if (event) {
        event->before = value;
        event->after = n;
    }
    return value;
}

void interleave_work(int amount)
{
    if (amount <= 0)
        return;
    stage.self->units += amount;
    cost_work((uint64_t)amount * COST_UNIT);
}

void interleave_pause(int amount)
{
    if (amount <= 0)
        return;
    struct event *event = record(EVENT_PAUSE, CALLER_PC);
    if (event) { /* now: others append while this one pauses, or waits for a core then */
        event->before = amount;
        event->end = event->start + (uint64_t)amount * COST_UNIT;
    }
    cost_pause((uint64_t)amount * COST_UNIT);
}

/* A thread that found nothing: let another one change something first. */
void interleave_poll(void) { cost_pause(COST_POLL); }

void *interleave_scratch(size_t size)
{
    void *block = heap_alloc_reserved(size ? size : 1, 64);
    if (!block && size <= heap_limit / 2)
        stage_end(END_CRASH,
                  "no memory is left: the program has taken %zu MiB and freed too little",
                  heap_limit >> 20);
    if (!block)
        stage_end(END_UNSUPPORTED, "scratch(%zu): the heap of an execution is full", size);
    return block;
}

/* In a program of its own these come from the runtime; a check's own are its
 * headers' business. */
ABI void work(int amount) __attribute__((weak));
ABI void work(int amount) { interleave_work(amount); }

ABI void pause_for(int amount) __attribute__((weak));
ABI void pause_for(int amount) { interleave_pause(amount); }

ABI void pause_briefly(void) __attribute__((weak));
ABI void pause_briefly(void) { interleave_poll(); }
