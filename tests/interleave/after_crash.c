/* after_crash.c - what the others did when a thread died.
 *
 * A thread that dies before its first visible step was run before others by no
 * choice of the schedule. What they do up to theirs is watched too, so that their
 * races are found; how the execution ended stays as it was. So it is with their next
 * steps, as if the thread that died had only waited before it did: each schedule may
 * have it die that early. Nothing is printed any more, and no choice is made that is
 * told of.
 *
 * An access is seen before it is made. One that was fatal was never made and races
 * with nothing: what is seen of a thread that dies in turn does not count, nor what
 * is near the address that the first one died of.
 */
#include <string.h>

#include "interleave/bounds.h"
#include "interleave/race.h"
#include "interleave/schedule.h"
#include "interleave/task.h"

#define NEAR 4096 /* bytes: what one access of many may touch, or a struct at NULL */

static void drop_races_near(uintptr_t address, int known)
{
    int kept = known;
    for (int i = known; i < race_count; i++)
        if (race_found[i].address / NEAR != address / NEAR) {
            race_number[kept] = race_number[i];
            race_found[kept++] = race_found[i];
        }
    race_count = kept;
}

static void run_one(struct thread *thread)
{
    int known = race_count;
    stage.ending = END_RETURNED;
    thread_run(thread);
    if (stage.ending == END_CRASH)
        race_count = known;
}

static void run_all_fresh(void)
{
    while (stage.fresh) {
        struct thread *thread = &stage.threads[__builtin_ctzll(stage.fresh)];
        stage.fresh &= stage.fresh - 1;
        run_one(thread);
    }
}

static bool could_go_on(const struct thread *thread)
{
    switch (thread->next.kind) {
    case STEP_READ:
    case STEP_WRITE:
    case STEP_UPDATE:
    case STEP_RELEASE:
        return true;
    case STEP_ACQUIRE:
        return step_enabled(thread);
    case STEP_START: /* a target task needs no worker but a device */
        return task_commutes(thread->task) &&
               (step_enabled(thread) || thread->task->team->size == 1);
    case STEP_GRAB: /* of a worksharing construct */
        return thread->next.spent;
    default:
        return false;
    }
}

static struct thread *who_could_go_on(void)
{
    for (uint64_t rest = stage.standing; rest; rest &= rest - 1) {
        struct thread *thread = &stage.threads[__builtin_ctzll(rest)];
        if (could_go_on(thread))
            return thread;
    }
    return NULL;
}

static void run_all(void)
{
    run_all_fresh();
    struct thread *thread;
    for (int steps = 0; steps < MAX_STEPS_AFTER_CRASH && (thread = who_could_go_on()); steps++) {
        stage.standing &= ~(UINT64_C(1) << thread->slot);
        run_one(thread);
        run_all_fresh();
    }
}

void run_after_crash(void)
{
    const enum ending ending = stage.ending;
    const int exit_status = stage.exit_status, signal = stage.signal;
    const void *const message_pc = stage.message_pc;
    const uintptr_t fault_address = stage.fault_address;
    struct trace *const trace = stage.trace;
    const int known = race_count;
    char message[sizeof stage.message];
    memcpy(message, stage.message, sizeof message);
    stage.trace = NULL; /* the picture ends with the crash */
    run_all();
    drop_races_near(fault_address, known);
    stage.ending = ending;
    stage.exit_status = exit_status;
    stage.signal = signal;
    stage.message_pc = message_pc;
    stage.fault_address = fault_address;
    stage.trace = trace;
    memcpy(stage.message, message, sizeof message);
}
