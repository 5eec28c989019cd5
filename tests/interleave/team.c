#include "interleave/team.h"

#include "interleave/cost.h"
#include "interleave/environment.h"
#include "interleave/frame_end.h"
#include "interleave/race.h"
#include "interleave/strand.h"
#include "interleave/task.h"
#include "interleave/trace.h"
#include "interleave/worksharing.h"

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

struct icv icv_initial(void)
{
    int limit = environment.thread_limit;
    bool limited = limit > 0 && limit < stage.thread_limit;
    return (struct icv){.threads = stage.team_default,
                        .schedule = environment.schedule,
                        .chunk = environment.chunk,
                        .max_levels = environment.max_levels,
                        .thread_limit = limited ? limit : stage.thread_limit,
                        .dynamic = environment.dynamic,
                        .default_device = environment.default_device,
                        .bind = by_level(&environment.bind, 0, 0),
                        .allocator = (uintptr_t)environment.allocator};
}

void team_begin(struct thread *first)
{
    struct team *team = stage_alloc(sizeof *team);
    team->master = team->members[0] = first;
    team->first = team;
    team->size = team->teams = 1;
    struct icv icv = icv_initial();
    first->implicit = NULL;
    implicit_new(first, team, 0, &icv);
}

/* ---- the barrier ------------------------------------------------------------- */

/* Everybody has arrived and every task is complete. The running thread may be
 * one of the team, or the one that completed the last task. */
static void release_all(struct team *team)
{
    team->arrived = 0;
    team->barriers++;
    cost_meet(team);
    for (int i = 0; i < team->size; i++) {
        struct thread *member = team->members[i];
        order_join(&member->order, team->meeting);
        if (member != stage.self)
            task_resume(member);
    }
    order_clear(team->meeting);
}

void team_barrier(const void *pc)
{
    struct team *team = stage.self->team;
    if (team->size == 1 && !team->tasks)
        return;
    cost_barrier(team->size);
    if (team->region_cancelled && stage.self->implicit->may_leave)
        return; /* meanwhile */
    record(EVENT_BARRIER, pc);
    order_release_join(order_in(&team->meeting));
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
    order_join(order_in(&team->meeting), done);
    order_join(order_in(&team->end), done);
    if (team->tasks)
        return;
    if (team->arrived == team->size)
        release_all(team);
    end_of_region(team);
}

/* ---- fork and join ------------------------------------------------------------- */

/* Where the program has a limit of its own, what a region gets depends on which
 * others are there: their begin and end are steps. */
static struct team *stand_at_group(const struct implicit *implicit, const void *pc)
{
    struct team *group = implicit->team->first;
    struct step step = {.kind = STEP_GRAB,
                        .writes = true,
                        .size = sizeof group->group_threads,
                        .pc = pc,
                        .object = (uintptr_t)&group->group_threads};
    if (implicit->icv.thread_limit < stage.thread_limit)
        stand(&step);
    return group;
}

static int size_for(unsigned asked, const void *pc)
{
    const struct implicit *implicit = stage.self->implicit;
    const struct team *team = implicit->team;
    stage.default_team |= !asked;
    int size = asked ? (int)(asked > MAX_THREADS ? MAX_THREADS : asked) : implicit->icv.threads;
    if (size > 1 && team->active_level >= implicit->icv.max_levels)
        size = 1;
    int left =
        size > 1 ? implicit->icv.thread_limit - stand_at_group(implicit, pc)->group_threads : 1;
    return size < left ? size : left > 1 ? left : 1;
}

static int at_most_left(int size)
{
    int left = stage.thread_limit - stage.alive + 1;
    return size < left ? size : left;
}

static void member_leaves(struct team *team)
{
    order_release_join(order_in(&team->end));
    record(EVENT_END, team->pc);
    cost_member_leaves(team);
    team->running--;
    task_member_leaves(stage.self);
    end_of_region(team);
    thread_end();
}

/* Private variables start from a pattern, not from what our own calls have left
 * on the stack. */
__attribute__((noinline)) void poison_stack(void)
{
    char room[STACK_POISON_BYTES];
    fill_pattern(room, sizeof room);
    __asm__ volatile("" : : "r"(room) : "memory"); /* it is meant to be left behind */
}

static void member_main(void *argument)
{
    struct team *team = argument;
    record(EVENT_BEGIN, team->pc);
    poison_stack();
    frame_keep(team->function, team->data, member_leaves, team);
}

static struct team *team_new(int size, struct origin origin)
{
    struct thread *self = stage.self;
    struct team *team = stage_alloc(sizeof *team);
    team->parent = self->team;
    team->first = self->team->first;
    team->parent_number = self->number;
    team->master = team->members[0] = self;
    team->size = size;
    team->level = self->team->level + 1;
    team->active_level = self->team->active_level + (size > 1);
    team->depth = self->team->depth + 1;
    team->teams = self->team->teams;
    team->team_number = self->team->team_number;
    team->outer = self->implicit;
    team->outer_worker = self->worker;
    team->pc = origin.pc;
    team->frame = origin.frame;
    if (size > 1) { /* now, so that it is no matter who comes first */
        order_in(&team->meeting);
        order_in(&team->end);
    }
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
    team->first->group_threads += team->size - 1;
}

static void join_members(struct team *team, const void *pc)
{
    order_release_join(order_in(&team->end));
    cost_member_leaves(team);
    team->running--;
    if (team->running > 0 || team->tasks)
        block(WAIT_JOIN, (uintptr_t)team, pc);
    order_acquire(team->end);
    stage.regions -= team->size > 1;
    if (team->size > 1)
        stand_at_group(team->outer, pc)->group_threads -= team->size - 1;
    for (int i = 1; i < team->size; i++)
        thread_free(team->members[i]);
}

static void back_to_outer(struct team *team)
{
    struct thread *self = stage.self;
    self->implicit = team->outer;
    self->worker = team->outer_worker;
    self->team = team->outer->team;
    self->number = team->outer->number;
}

struct team *team_fork(void (*function)(void *), void *data, int size, int bind,
                       struct origin origin, void (*prepare)(struct team *, void *), void *argument)
{
    struct icv icv = stage.self->implicit->icv;
    struct team *team = team_new(at_most_left(size), origin);
    if (team->level < environment.threads.count)
        icv.threads = environment.threads.at[team->level];
    icv.bind = team->level < environment.bind.count ? environment.bind.at[team->level] : bind;
    team->bind = bind;
    team->function = function;
    team->data = data;
    struct event *event = record(EVENT_FORK, origin.pc);
    if (event)
        event->before = team->size;
    if (prepare)
        prepare(team, argument);
    fork_members(team, &icv);
    go_on(); /* its members may be behind */
    return team;
}

static void implicit_free(struct implicit *implicit)
{
    order_free(implicit->task->children_done);
    stage_free(implicit->task, IMPLICIT_TASK_BYTES);
    stage_free(implicit->chunk, sizeof(struct chunk));
    stage_free(implicit, sizeof *implicit);
}

/* All that it needed: programs have many regions. */
static void team_free(struct team *team, struct implicit *of_master)
{
    if (!stage_frees() || of_master->team != team)
        return;
    implicit_free(of_master);
    for (int i = 1; i < team->size; i++) {
        implicit_free(team->members[i]->implicit);
        team->members[i]->implicit = NULL;
        team->members[i]->team = NULL;
    }
    for (int i = 0; i < team->size; i++)
        order_free(team->workers[i].ran);
    stage_free(team->workers, (size_t)team->size * sizeof *team->workers);
    order_free(team->meeting);
    order_free(team->end);
    stage_free(team, sizeof *team);
}

/* Nothing that is to come can race with what was done so far: nobody else is
 * there, and tasks that were made earlier have ended. */
static bool all_is_past(void)
{
    if (stage.regions > 0 || !strand_is_last(stage.self))
        return false;
    for (const struct team *team = stage.self->team; team; team = team->parent)
        if (team->tasks)
            return false;
    return true;
}

void team_join(struct team *team)
{
    struct implicit *implicit = stage.self->implicit;
    join_members(team, team->pc);
    back_to_outer(team);
    if (all_is_past())
        race_forget_all();
    cost_join(team);
    record(EVENT_JOIN, team->pc);
    team_free(team, implicit);
}

/* A clause tells only where threads are bound at all. */
static int bind_by(unsigned flags)
{
    int clause = (int)(flags & 7), bind = stage.self->implicit->icv.bind;
    return bind && clause ? clause : bind;
}

struct team *team_start(void (*function)(void *), void *data, unsigned threads, unsigned flags,
                        struct origin origin, void (*prepare)(struct team *, void *),
                        void *argument)
{
    int size = size_for(threads, origin.pc);
    return team_fork(function, data, size, bind_by(flags), origin, prepare, argument);
}

void team_parallel(void (*function)(void *), void *data, unsigned threads, unsigned flags,
                   struct origin origin, void (*prepare)(struct team *, void *), void *argument)
{
    struct team *team = team_start(function, data, threads, flags, origin, prepare, argument);
    team->floor = (uintptr_t)__builtin_frame_address(0);
    poison_stack();
    frame_keep(function, data, team_join, team);
}

/* ---- initial threads -------------------------------------------------------------- */

struct team *team_alone(void (*function)(void *), void *data, const struct icv *icv,
                        struct origin origin)
{
    struct team *team = team_new(1, origin);
    team->function = function;
    team->data = data;
    team->level = team->active_level = 0;
    team->first = team;
    team->teams = 1;
    team->team_number = 0;
    team->running = 1;
    implicit_new(stage.self, team, 0, icv);
    return team;
}

void team_settle(void)
{
    struct team *team = stage.self->team;
    if (team->size == 1 && team->tasks && !stage.self->task)
        team_barrier(team->pc);
}

void team_not_alone(struct team *team)
{
    if (team->tasks)
        team_barrier(team->pc);
    back_to_outer(team);
}
