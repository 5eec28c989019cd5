/* machine.c - the virtual machine: P cores, virtual time, and their policy.
 *
 * Every thread has a clock. The thread whose step comes earliest goes next; a
 * thread without a core waits for the one that is free first. cost.h says what
 * things cost. The makespan is the first thread's clock at the end.
 */
#include <string.h>

#include "interleave/cores.h"
#include "interleave/cost.h"
#include "interleave/engine.h"
#include "interleave/explore.h"
#include "interleave/interleave.h"
#include "interleave/lines.h"
#include "interleave/race.h"

static int machine_value(struct policy *policy, int n)
{
    (void)policy;
    (void)n;
    return 0;
}

static void run(const struct ask *ask, int cores, int limit, struct trace *trace)
{
    struct policy policy = {.choose = cores_choose, .value = machine_value, .every_step = true};
    explore_prepare(ask);
    if (limit)
        stage.thread_limit = limit;
    stage.machine = true;
    stage.trace = trace;
    stage.explain = true;
    racy_clear();
    run_forget();
    int words;
    do {
        words = racy_words;
        cores_begin(cores);
        lines_begin();
        stage_run(ask->body, ask->input, &policy);
    } while (stage.ending == END_STOPPED && racy_words > words);
    draw_bar(&stage.threads[0], 0);
    stage.machine = stage.explain = false;
    stage.trace = NULL;
}

static void take_results(struct machine *out, struct trace *trace)
{
    const struct thread *first = &stage.threads[0];
    for (int i = 0; i < MAX_THREADS; i++) /* exit() may have come from any */
        if (stage.threads[i].core >= 0 && stage.threads[i].clock > out->makespan)
            out->makespan = stage.threads[i].clock;
    out->makespan = first->clock > out->makespan ? first->clock : out->makespan;
    out->work = machine.work;
    out->span = first->span > machine.lock_span ? first->span : machine.lock_span;
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

static int64_t sum(const int64_t *units)
{
    int64_t all = 0;
    for (int i = 0; i < MAX_THREADS; i++)
        all += units[i];
    return all;
}

/* A team of one may wait for ever, for somebody who is not there. */
#define MORE_STEPS UINT64_C(5000000)

/* The time of one thread on one core; 0 when the program did not end. A team of
 * one may do other work, or none that ends: then this work, one after another. */
static uint64_t serial_time(const struct ask *ask, const struct machine *beside)
{
    if (stage.ending != END_RETURNED)
        return 0;
    struct ask alone = *ask;
    uint64_t most = 8 * stage.steps + MORE_STEPS;
    if (!alone.max_steps || alone.max_steps > most)
        alone.max_steps = most;
    run(&alone, 1, 1, NULL);
    if (stage.ending != END_RETURNED)
        return beside->work;
    int64_t missing = sum(beside->units_by_thread) - sum(interleave_units());
    return stage.threads[0].clock + (uint64_t)(missing * COST_UNIT);
}

int interleave_machine(const struct ask *ask, struct machine *out, struct answer *answer,
                       struct trace *trace)
{
    int cores = out->cores < 1 ? 1 : out->cores > MAX_THREADS ? MAX_THREADS : out->cores;
    *out = (struct machine){.cores = cores};
    run(ask, cores, 0, trace);
    take_results(out, trace);
    run_answer(answer);
    bool unsupported = stage.ending == END_UNSUPPORTED;
    out->serial = serial_time(ask, out);
    return unsupported ? -1 : 0;
}
