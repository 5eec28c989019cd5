#include "interleave/team.h"

#include "interleave/cost.h"
#include "interleave/task.h"
#include "interleave/trace.h"

#include <string.h>

static struct implicit *implicit_new(struct thread *thread, struct team *team, int number,
                                     const struct icv *icv)
{
    struct implicit *implicit = stage_alloc(sizeof *implicit);
    implicit->team = team;
    implicit->number = number;
    implicit->icv = *icv;
    implicit->outer = thread->implicit;
    thread->implicit = implicit;
    thread->team = team;
    thread->number = number;
    task_implicit(implicit, thread);
    return implicit;
}

void team_begin(struct thread *first)
{
    struct team *team = stage_alloc(sizeof *team);
    team->master = team->members[0] = first;
    team->size = 1;
    struct icv icv = {
        .threads = stage.team_default, .schedule = 2, .chunk = 1, .max_levels = MAX_THREADS};
    first->implicit = NULL;
    implicit_new(first, team, 0, &icv);
}

/* ---- the barrier ------------------------------------------------------------- */

/* Everybody has arrived and every task is complete. The running thread may be
 * one of the team, or the one that completed the last task. */
static void release_all(struct team *team)
{
    struct order *meeting = &team->meeting[team->barriers & 1], next = {0};
    team->arrived = 0;
    team->barriers++;
    order_copy(&team->meeting[team->barriers & 1], &next);
    cost_meet(team);
    for (int i = 0; i < team->size; i++) {
        struct thread *member = team->members[i];
        order_join(&member->order, meeting);
        if (member != stage.self)
            task_resume(member);
    }
}

void team_barrier(const void *pc)
{
    struct team *team = stage.self->team;
    if (team->size == 1 && !team->tasks)
        return;
    cost_barrier(team->size);
    record(EVENT_BARRIER, pc);
    order_release_join(&team->meeting[team->barriers & 1]);
    if (++team->arrived == team->size && !team->tasks)
        release_all(team);
    else
        block(WAIT_BARRIER, (uintptr_t)team, pc);
}

static void end_of_region(struct team *team)
{
    struct thread *master = team->master;
    if (team->running == 0 && !team->tasks && master->state == THREAD_BLOCKED &&
        master->waits == WAIT_JOIN && master->waits_on == (uintptr_t)team)
        task_resume(master);
}

void team_task_done(struct team *team, const struct order *done)
{
    order_join(&team->meeting[team->barriers & 1], done);
    order_join(&team->end, done);
    if (team->tasks)
        return;
    if (team->arrived == team->size)
        release_all(team);
    end_of_region(team);
}

/* ---- fork and join ------------------------------------------------------------- */

static int size_for(unsigned asked)
{
    const struct implicit *implicit = stage.self->implicit;
    const struct team *team = implicit->team;
    stage.default_team |= !asked;
    int size = asked ? (int)(asked > MAX_THREADS ? MAX_THREADS : asked) : implicit->icv.threads;
    if (size > 1 && team->active_level >= implicit->icv.max_levels)
        size = 1;
    int left = stage.thread_limit - stage.alive + 1;
    return size < left ? size : left;
}

static void member_leaves(struct team *team)
{
    order_release_join(&team->end);
    record(EVENT_END, team->pc);
    cost_member_leaves(team);
    team->running--;
    task_member_leaves(stage.self);
    end_of_region(team);
}

/* Private variables start from a pattern, not from what our own calls have left
 * on the stack. */
__attribute__((noinline)) void poison_stack(void)
{
    char room[STACK_POISON_BYTES];
    memset(room, 0xA5, sizeof room);
    __asm__ volatile("" : : "r"(room) : "memory"); /* it is meant to be left behind */
}

static void member_main(void *argument)
{
    struct team *team = argument;
    record(EVENT_BEGIN, team->pc);
    poison_stack();
    team->function(team->data);
    member_leaves(team);
}

static struct team *team_new(int size, struct origin origin)
{
    struct thread *self = stage.self;
    struct team *team = stage_alloc(sizeof *team);
    team->parent = self->team;
    team->parent_number = self->number;
    team->master = team->members[0] = self;
    team->size = size;
    team->level = self->team->level + 1;
    team->active_level = self->team->active_level + (size > 1);
    team->pc = origin.pc;
    team->frame = origin.frame;
    return team;
}

static void fork_members(struct team *team, const struct icv *icv)
{
    struct thread *self = stage.self;
    cost_fork(team->size);
    for (int i = 1; i < team->size; i++) {
        struct thread *member = thread_new(member_main, team);
        if (!member) { /* the slots left are not known to this thread */
            team->size = i;
            break;
        }
        team->members[i] = member;
        member->implicit = NULL;
        implicit_new(member, team, i, icv);
        cost_thread_starts(member);
    }
    self->order.hb.at[self->strand]++; /* what follows is not before the members */
    team->running = team->size;
    stage.regions += team->size > 1;
    if (team->size > stage.widest)
        stage.widest = team->size;
    implicit_new(self, team, 0, icv);
}

static void join_members(struct team *team, const void *pc)
{
    order_release_join(&team->end);
    cost_member_leaves(team);
    team->running--;
    if (team->running > 0 || team->tasks)
        block(WAIT_JOIN, (uintptr_t)team, pc);
    order_acquire(&team->end);
    stage.regions -= team->size > 1;
    for (int i = 1; i < team->size; i++)
        thread_free(team->members[i]);
}

void team_parallel(void (*function)(void *), void *data, unsigned threads, struct origin origin,
                   void (*prepare)(struct team *, void *), void *argument)
{
    struct thread *self = stage.self;
    struct implicit *outer = self->implicit;
    struct worker *worker = self->worker;
    struct icv icv = outer->icv;
    struct team *team = team_new(size_for(threads), origin);
    team->function = function;
    team->data = data;
    struct event *event = record(EVENT_FORK, origin.pc);
    if (event)
        event->before = team->size;
    if (prepare)
        prepare(team, argument);
    fork_members(team, &icv);
    go_on(); /* its members may be behind */
    poison_stack();
    function(data);
    join_members(team, origin.pc);
    self->implicit = outer;
    self->worker = worker;
    self->team = outer->team;
    self->number = outer->number;
    cost_join(team);
    record(EVENT_JOIN, origin.pc);
}
