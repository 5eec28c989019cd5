/* cancel.c - cancel and cancellation point for parallel, for and sections
 * (OpenMP 5.0, 2.18); see task_cancel.h for taskgroup.
 *
 * Whether a thread sees at its cancellation point that another has cancelled is
 * a matter of order: both are steps on a word of the team. A barrier is none: a
 * region that is cancelled before its barrier is complete stays so, and who
 * waits there is released. Who cancels publishes what it did; who sees it comes
 * after that.
 */
#include <stddef.h>

#include "interleave/abi.h"
#include "interleave/environment.h"
#include "interleave/loop.h"
#include "interleave/spin.h"
#include "interleave/task_own.h"
#include "interleave/task_cancel.h"
#include "interleave/trace.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* gcc's numbers of what is cancelled. */
enum { REGION = 1, LOOP = 2, SECTIONS = 4, TASKGROUP = 8 };

/* A worksharing construct is over for all at its barrier. */
static bool share_is_cancelled(const struct team *team)
{
    return team->share_cancelled == team->barriers + 1;
}

static bool is_cancelled(const struct team *team, int which)
{
    return which == REGION ? team->region_cancelled : share_is_cancelled(team);
}

static struct order **order_of(struct team *team, int which)
{
    return which == REGION ? &team->region_order : &team->share_order;
}

/* A cancelled region is seen by tasks that start and by points of taskgroups
 * too: their words follow. */
static struct step step_of(int which, bool cancels, const void *pc, uintptr_t cfa)
{
    struct team *team = stage.self->team;
    _Static_assert(offsetof(struct team, workers) == offsetof(struct team, region_cancelled) + 8 &&
                       offsetof(struct team, cancels) == offsetof(struct team, workers) + 8,
                   "one step can stand on all three");
    uintptr_t word =
        which == REGION ? (uintptr_t)&team->region_cancelled : (uintptr_t)&team->share_cancelled;
    return (struct step){.kind = STEP_GRAB,
                         .writes = cancels,
                         .size = which == REGION && cancels ? 24 : 8,
                         .object = word,
                         .pc = pc,
                         .cfa = cfa};
}

static const char *label_of(int which, bool cancels)
{
    return which == REGION ? cancels ? "cancels the region" : "sees that the region is cancelled"
           : which == SECTIONS ? cancels ? "cancels the sections" : "sees that they are cancelled"
           : cancels           ? "cancels the loop"
                               : "sees that the loop is cancelled";
}

/* Who waits at a barrier of the region goes to its end. */
static void release_waiting(struct team *team)
{
    for (int i = 0; i < team->size; i++) {
        struct thread *member = team->members[i];
        if (member->state != THREAD_BLOCKED || member->waits != WAIT_BARRIER ||
            member->waits_on != (uintptr_t)team || !member->implicit->may_leave)
            continue;
        team->arrived--;
        member->implicit->may_leave = false;
        task_resume(member);
    }
}

static bool cancel(int which, const void *pc, uintptr_t cfa)
{
    struct team *team = stage.self->team;
    struct step step = step_of(which, true, pc, cfa);
    stand(&step);
    record_label(label_of(which, true), pc);
    spin_forget(stage.self);
    struct order **order = order_of(team, which);
    order_release_join(order_in(order));
    if (which != REGION) {
        if (team->size > 1) /* alone it has seen it now, and there is no barrier */
            team->share_cancelled = team->barriers + 1;
        spin_written(step.object, 8);
        return true;
    }
    bool first = !team->region_cancelled;
    team->region_cancelled = true;
    spin_written(step.object, step.size);
    if (first) {
        task_discard(team, NULL);
        release_waiting(team);
    }
    return true;
}

static bool cancellation_point(int which, const void *pc, uintptr_t cfa)
{
    struct team *team = stage.self->team;
    if (team->size == 1 && which != REGION)
        return false;
    struct step step = step_of(which, false, pc, cfa);
    stand(&step);
    if (is_cancelled(team, which)) {
        record_label(label_of(which, false), pc);
        order_acquire(*order_of(team, which));
        return true;
    }
    if (spin_look(stage.self, &step, false))
        block(WAIT_CHANGE, step.object, pc);
    return false;
}

ABI bool GOMP_cancel(int which, bool wanted)
{
    if (!environment.cancellation)
        return false;
    if (which == TASKGROUP)
        return wanted ? task_cancel(CALLER_PC, CALLER_CFA)
                      : task_cancellation_point(CALLER_PC, CALLER_CFA);
    return wanted ? cancel(which, CALLER_PC, CALLER_CFA)
                  : cancellation_point(which, CALLER_PC, CALLER_CFA);
}

ABI bool GOMP_cancellation_point(int which)
{
    if (!environment.cancellation)
        return false;
    return which == TASKGROUP ? task_cancellation_point(CALLER_PC, CALLER_CFA)
                              : cancellation_point(which, CALLER_PC, CALLER_CFA);
}

/* ---- barriers of a region that may be cancelled ----------------------------------------- */

static bool barrier(const void *pc)
{
    struct team *team = stage.self->team;
    struct implicit *implicit = stage.self->implicit;
    if (!team->region_cancelled) {
        implicit->may_leave = true;
        team_barrier(pc);
        implicit->may_leave = false;
    }
    if (team->region_cancelled)
        order_acquire(team->region_order);
    return team->region_cancelled;
}

ABI bool GOMP_barrier_cancel(void) { return barrier(CALLER_PC); }

ABI bool GOMP_loop_end_cancel(void)
{
    loop_leave();
    return barrier(CALLER_PC);
}

ABI bool GOMP_sections_end_cancel(void)
{
    share_leave();
    return barrier(CALLER_PC);
}
