/* after_crash.c - what the others did when a thread died.
 *
 * A thread that dies before its first visible step was run before others by no
 * choice of the schedule. What they do up to theirs is watched too, so that their
 * races are found; how the execution ended stays as it was.
 */
#include <string.h>

#include "interleave/schedule.h"

void run_fresh(void)
{
    const enum ending ending = stage.ending;
    const int exit_status = stage.exit_status, signal = stage.signal;
    const void *const message_pc = stage.message_pc;
    const uintptr_t fault_address = stage.fault_address;
    struct trace *const trace = stage.trace;
    char message[sizeof stage.message];
    memcpy(message, stage.message, sizeof message);
    stage.trace = NULL; /* the picture ends with the crash */
    while (stage.fresh) {
        struct thread *thread = &stage.threads[__builtin_ctzll(stage.fresh)];
        stage.fresh &= stage.fresh - 1;
        thread_run(thread);
    }
    stage.ending = ending;
    stage.exit_status = exit_status;
    stage.signal = signal;
    stage.message_pc = message_pc;
    stage.fault_address = fault_address;
    stage.trace = trace;
    memcpy(stage.message, message, sizeof message);
}
