/* simplify.c - the same failure in a schedule that is easier to read.
 *
 * Threads' runs of steps are drawn together: a run is moved up to the run before
 * it of the same thread, or that one down to it. What still ends in the same
 * way with fewer preemptions, or as many and fewer steps, is kept, and the
 * search for more begins again. (Simplification of concurrent traces: Jalbert and
 * Sen, "A trace simplification technique for effective debugging of concurrent
 * programs", FSE 2010.)
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/engine.h"
#include "interleave/explore.h"
#include "interleave/race.h"

/* Schedules tried, the steps of one that is worth it, and the basic blocks of
 * all together. One of more than twice the steps is not easier to read. */
#define MOST_TRIED 400
#define MOST_STEPS 600
#define MOST_BLOCKS UINT64_C(20000000)

struct attempt {
    const struct ask *ask;
    struct outcome *outcome;
    int tried;
    uint64_t blocks;
};

/* Runs along the choices, and keeps what came of it when that is simpler. */
static bool is_simpler(struct attempt *attempt, const struct choices *choices)
{
    struct outcome *outcome = attempt->outcome;
    struct engine *engine = engine_replay(choices, false);
    if (attempt->blocks >= MOST_BLOCKS)
        return false;
    engine->policy.max_visible = 2 * outcome->steps + 1;
    stage.max_steps = MOST_BLOCKS - attempt->blocks;
    engine->begin(engine);
    stage_run(attempt->ask->body, attempt->ask->input, &engine->policy);
    attempt->tried++;
    attempt->blocks += stage.steps;
    bool fewer = stage.preemptions < outcome->preemptions ||
                 (stage.preemptions == outcome->preemptions && path_length() < outcome->steps);
    if (!fewer || !found_again(outcome) || (outcome->race && race_count == 0))
        return false;
    choices_free(&outcome->choices);
    outcome->choices = path_copy();
    outcome->preemptions = stage.preemptions;
    outcome->steps = path_length();
    return true;
}

static int run_end(const struct choices *choices, int at)
{
    int end = at + 1;
    while (end < choices->count && choices->thread[end] == choices->thread[at])
        end++;
    return end;
}

/* [from, end) is moved to before `to`, which lies outside of it. */
static bool moved(struct attempt *attempt, int from, int end, int to)
{
    const struct choices *now = &attempt->outcome->choices;
    size_t size = sizeof *now->thread, length = (size_t)(end - from);
    int *thread = malloc((size_t)now->count * size);
    if (!thread)
        abort();
    memcpy(thread, now->thread, (size_t)now->count * size);
    if (to < from) {
        memmove(thread + to + length, thread + to, (size_t)(from - to) * size);
        memcpy(thread + to, now->thread + from, length * size);
    } else {
        memmove(thread + from, thread + end, (size_t)(to - end) * size);
        memcpy(thread + to - length, now->thread + from, length * size);
    }
    bool simpler = is_simpler(attempt, &(struct choices){.thread = thread, .count = now->count});
    free(thread);
    return simpler;
}

/* Draws together the run that begins at `at` with the next of its thread. */
static bool joined(struct attempt *attempt, int at)
{
    const struct choices *now = &attempt->outcome->choices;
    int end = run_end(now, at), next = end;
    while (next < now->count && now->thread[next] != now->thread[at])
        next++;
    if (next == end || next >= now->count)
        return false;
    return moved(attempt, next, run_end(now, next), end) || moved(attempt, at, end, next);
}

void simplify(const struct ask *ask, struct outcome *outcome)
{
    struct attempt attempt = {.ask = ask, .outcome = outcome};
    if (outcome->steps > MOST_STEPS)
        return;
    explore_prepare(ask);
    for (int at = 0;
         at < outcome->choices.count && attempt.tried < MOST_TRIED && attempt.blocks < MOST_BLOCKS;)
        at = joined(&attempt, at) ? 0 : run_end(&outcome->choices, at);
    explore_prepare(ask);
}
