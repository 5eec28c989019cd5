#include "interleave/stuck.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "interleave/doacross.h"
#include "interleave/exclusion.h"
#include "interleave/objects.h"
#include "interleave/places.h"
#include "interleave/schedule.h"
#include "interleave/task.h"
#include "interleave/team.h"

static void append(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void append(const char *format, ...)
{
    size_t used = strlen(stage.message);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(stage.message + used, sizeof stage.message - used, format, arguments);
    va_end(arguments);
}

static int line_of(const void *pc) { return pc ? place_of(pc).line : 0; }

struct who {
    char text[48];
};

/* "thread 1", "task 4 of line 12": as in the picture. */
static struct who who(const struct thread *thread)
{
    struct who who;
    if (thread->task)
        snprintf(who.text, sizeof who.text, "task %d of line %d", thread->slot,
                 line_of(thread->task->pc));
    else
        snprintf(who.text, sizeof who.text, "thread %d", thread->number);
    return who;
}

static void describe_lock(const struct thread *thread)
{
    const struct lock *lock = thread->next.lock;
    char name[80];
    lock_name(thread->next.object, name, sizeof name);
    if (lock->owner == thread)
        append("%s waits in line %d for %s, which it holds itself since "
               "line %d",
               who(thread).text, line_of(thread->next.pc), name, line_of(lock->taken_at));
    else
        append("%s waits in line %d for %s, which %s holds since "
               "line %d",
               who(thread).text, line_of(thread->next.pc), name, who(lock->owner).text,
               line_of(lock->taken_at));
}

static void describe_barrier(const struct thread *thread)
{
    const struct team *team = thread->team;
    if (team->arrived == team->size)
        append("%s waits in line %d at a barrier for tasks that cannot end", who(thread).text,
               line_of(thread->waits_pc));
    else
        append("%s waits in line %d at a barrier that only %d of %d threads "
               "have reached",
               who(thread).text, line_of(thread->waits_pc), team->arrived, team->size);
}

static void describe_iteration(const struct thread *thread)
{
    char iteration[120];
    doacross_awaited(thread, iteration, sizeof iteration);
    append("%s waits in line %d for the ordered depend(source) of %s, which has not come",
           who(thread).text, line_of(thread->waits_pc), iteration);
}

static void describe(const struct thread *thread)
{
    if (stage.message[0])
        append("; ");
    if (thread->state == THREAD_STANDING && thread->next.kind == STEP_START)
        append("the task of line %d never starts: no thread is free for it",
               line_of(thread->next.pc));
    else if (thread->state == THREAD_STANDING)
        describe_lock(thread);
    else if (thread->waits == WAIT_BARRIER)
        describe_barrier(thread);
    else if (thread->state == THREAD_SPINNING)
        append("%s looks again and again in line %d for a change that "
               "nobody can make",
               who(thread).text, line_of(thread->waits_pc));
    else if (thread->waits == WAIT_ORDERED)
        append("%s waits in line %d for its turn in an ordered region", who(thread).text,
               line_of(thread->waits_pc));
    else if (thread->waits == WAIT_ITERATION)
        describe_iteration(thread);
    else if (thread->waits == WAIT_TASK)
        append("%s waits in line %d for tasks that cannot end", who(thread).text,
               line_of(thread->waits_pc));
    else
        append("%s waits in line %d", who(thread).text, line_of(thread->waits_pc));
}

static void record_stuck(struct thread *thread)
{
    stage.self = thread;
    const void *pc = thread->state == THREAD_STANDING ? thread->next.pc : thread->waits_pc;
    struct event *event = record(EVENT_STUCK, pc);
    if (!event)
        return;
    event->visible = event->wrong = true;
    char name[80];
    if (thread->state == THREAD_STANDING && thread->next.lock) {
        lock_name(thread->next.object, name, sizeof name);
        if (strncmp(name, "critical (", 10) == 0)
            event->name = trace_keep(stage.trace, name);
    }
    event->object = thread->state == THREAD_STANDING ? thread->next.object : thread->waits_on;
    static const char *const labels[] = {"",         "a barrier",   "its team",
                                         "its turn", "copyprivate", "a change",
                                         "a task",   "an iteration"};
    event->label = thread->state != THREAD_STANDING  ? labels[thread->waits]
                   : thread->next.kind == STEP_START ? "a free thread"
                                                     : "a lock";
}

static void describe_events(void)
{
    const void *pc;
    for (int i = 0; i < 4 && (pc = task_unfulfilled(i)) != NULL; i++)
        append("; the event of the task of line %d is never fulfilled", line_of(pc));
}

void stuck_report(void)
{
    stage.ending = END_DEADLOCK;
    stage.message[0] = '\0';
    for (int i = 0; i < order_slots; i++) {
        struct thread *thread = &stage.threads[i];
        bool waits = thread->state == THREAD_STANDING || thread->state == THREAD_SPINNING ||
                     (thread->state == THREAD_BLOCKED && thread->waits != WAIT_JOIN);
        if (!waits)
            continue;
        if (thread->state == THREAD_SPINNING)
            stage.ending = END_ENDLESS;
        if (!stage.message_pc)
            stage.message_pc =
                thread->state == THREAD_STANDING ? thread->next.pc : thread->waits_pc;
        if (stage.explain)
            describe(thread);
        record_stuck(thread);
    }
    if (stage.explain)
        describe_events();
}
