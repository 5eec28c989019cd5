/* path.c - the choices of an execution, the first schedule, and replay. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/checkpoint.h"
#include "interleave/engine.h"
#include "interleave/task.h"

static int *choices;
static OF_EXECUTION int count;
static int room;

void path_begin(void) { count = 0; }

void path_add(int choice)
{
    if (count == room) {
        room = room ? 2 * room : 256;
        choices = realloc(choices, (size_t)room * sizeof *choices);
        if (!choices)
            abort();
    }
    choices[count++] = choice;
}

int path_length(void) { return count; }

struct choices path_now(void) { return (struct choices){.thread = choices, .count = count}; }

struct choices choices_copy(const struct choices *given)
{
    size_t size = (size_t)given->count * sizeof(int);
    struct choices copy = {.count = given->count, .thread = malloc(size + 1)};
    if (!copy.thread)
        abort();
    if (size)
        memcpy(copy.thread, given->thread, size);
    return copy;
}

struct choices path_copy(void)
{
    struct choices now = path_now();
    return choices_copy(&now);
}

void choices_free(struct choices *given)
{
    free(given->thread);
    *given = (struct choices){0};
}

/* ---- the first schedule ---------------------------------------------------- */

#define FAIR 64

static OF_EXECUTION int same_for;

void first_begin(void) { same_for = 0; }

int first_choice(uint64_t enabled, int last)
{
    if (last >= 0 && enabled & UINT64_C(1) << last && same_for < FAIR) {
        same_for++;
        return last;
    }
    same_for = 0;
    if (last >= 0) { /* the next one round */
        uint64_t above = last < 63 ? enabled >> (last + 1) << (last + 1) : 0;
        bool blocked = !(enabled & UINT64_C(1) << last);
        if (above && !blocked)
            return __builtin_ctzll(above);
    }
    return __builtin_ctzll(enabled);
}

/* ---- replay ------------------------------------------------------------------ */

static struct {
    struct engine engine;
    const struct choices *given;
    bool strict;
    int at;
} replay;

static int follow(int alternatives_first, const char *what)
{
    if (replay.given && replay.at < replay.given->count)
        return replay.given->thread[replay.at++];
    if (!replay.strict)
        return alternatives_first;
    snprintf(stage.message, sizeof stage.message,
             "the schedule ends after %d steps, before the program does%s", replay.at, what);
    return -2;
}

/* Here a debugger stops (main_gdb.c): the thread is about to go on at pc. */
__attribute__((noinline)) void interleave_before_step(int thread, const void *pc);
void interleave_before_step(int thread, const void *pc)
{
    __asm__ volatile("" : : "r"(thread), "r"(pc));
}

/* Where the program is seen next: behind the hook, or in a task that begins. */
static const void *goes_on_at(const struct thread *thread)
{
    bool begins = thread->next.kind == STEP_START && thread->task;
    return begins ? (const void *)(uintptr_t)thread->task->function : thread->next.pc;
}

static int replay_choose(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    int slot = follow(first_choice(enabled, last), "");
    if (slot == -2)
        return POLICY_STOP;
    if (slot < 0 || slot >= MAX_THREADS || !(enabled & UINT64_C(1) << slot)) {
        const struct thread *thread = slot >= 0 && slot < MAX_THREADS ? &stage.threads[slot] : NULL;
        const char *why = !thread || slot >= order_slots ? "there is no such thread"
                          : thread->state == THREAD_STANDING || thread->state == THREAD_SPINNING ||
                                  (thread->state == THREAD_BLOCKED && thread->waits != WAIT_JOIN)
                              ? "it waits and cannot go on"
                              : "it has finished";
        snprintf(stage.message, sizeof stage.message, "step %d gives a turn to thread %d, but %s",
                 replay.at, slot, why);
        return POLICY_STOP;
    }
    path_add(slot);
    interleave_before_step(slot, goes_on_at(&stage.threads[slot]));
    return slot;
}

static int replay_value(struct policy *policy, int n)
{
    (void)policy;
    int value = follow(0, "");
    if (value < 0 || value >= n) {
        snprintf(stage.message, sizeof stage.message, "choice %d is not one of 0 … %d", replay.at,
                 n - 1);
        return POLICY_STOP;
    }
    path_add(value);
    return value;
}

static void replay_begin(struct engine *engine)
{
    (void)engine;
    replay.at = 0;
    path_begin();
    first_begin();
}

static bool replay_ended(struct engine *engine, int outcome)
{
    (void)engine;
    (void)outcome;
    return false;
}

struct engine *engine_replay(const struct choices *given, bool strict)
{
    replay.given = given;
    replay.strict = strict;
    replay.engine = (struct engine){
        .policy = {.choose = replay_choose, .value = replay_value, .max_visible = MAX_VISIBLE_ONCE},
        .name = "replay",
        .begin = replay_begin,
        .ended = replay_ended};
    return &replay.engine;
}

/* ---- random ------------------------------------------------------------------- */

/* xorshift64* (Vigna, ACM TOMS 2016), seeded alike in every search. */
static uint64_t random_state;
static struct engine random_engine;

static uint64_t random_next(void)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return random_state * UINT64_C(2685821657736338717);
}

void random_restart(void) { random_state = UINT64_C(88172645463325252); }

int random_choice(uint64_t enabled, int last)
{
    if (last >= 0 && enabled & UINT64_C(1) << last && random_next() >> 63)
        return last;
    int skip = (int)(random_next() >> 33) % __builtin_popcountll(enabled);
    while (skip-- > 0)
        enabled &= enabled - 1;
    return __builtin_ctzll(enabled);
}

static int random_choose(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    int slot = random_choice(enabled, last);
    path_add(slot);
    return slot;
}

static int random_value(struct policy *policy, int n)
{
    (void)policy;
    int value = (int)(random_next() >> 33) % n;
    path_add(value);
    return value;
}

static void random_begin(struct engine *engine)
{
    engine->executions = 0;
    random_restart();
    path_begin();
}

static bool random_ended(struct engine *engine, int outcome)
{
    (void)outcome;
    path_begin();
    return ++engine->executions < RANDOM_EXECUTIONS;
}

struct engine *engine_random(void)
{
    random_engine = (struct engine){
        .policy = {.choose = random_choose, .value = random_value, .max_visible = MAX_VISIBLE_ONCE},
        .name = "random",
        .begin = random_begin,
        .ended = random_ended};
    return &random_engine;
}
