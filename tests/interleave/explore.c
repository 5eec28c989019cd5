/* explore.c - the search: phases, engines in turns, outcomes, verdict.
 *
 * First plain accesses are only judged, not scheduled: if no schedule of the
 * synchronisation has a race, that is complete. When something was raced on it
 * becomes a scheduling point and the search starts again, until nothing new
 * is. The engines take turns by basic blocks, never by time.
 */
#include "interleave/explore.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/engine.h"
#include "interleave/exclusion.h"
#include "interleave/hash.h"
#include "interleave/race.h"

static struct search {
    const struct ask *ask;
    struct answer *answer;
    struct found found;
    uint64_t steps; /* basic blocks of all executions, and what else took time */
    uint64_t runs;  /* executions, abandoned ones too */
    uint64_t limit; /* of runs */
    bool crowded;   /* more tasks at once than threads */
    bool restart;   /* something new became visible */
    bool unsupported;
} search;

/* ---- one execution ----------------------------------------------------------- */

void explore_prepare(const struct ask *ask)
{
    stage.team_default = ask->team ? ask->team : 4;
    stage.thread_limit = ask->thread_limit ? ask->thread_limit : MAX_THREADS;
    stage.long_runs = ask->long_runs;
    stage.max_steps = ask->max_steps ? ask->max_steps : ask->long_runs ? MAX_LONG_STEPS : MAX_STEPS;
    stage.default_team = stage.counts_threads = false;
    stage.looks_for_counting = ask->other_teams;
    stage.machine = false;
    stage.lanes_until = stage.execution + LANE_EXECUTIONS;
    stage.trace = NULL;
    stage.explain = false;
}

static void note(const char *text)
{
    if (!search.answer->message && text[0])
        search.answer->message = strdup(text);
}

static void keep_races(void)
{
    bool large = stage.steps > MAX_RESTARTED_STEPS;
    for (int i = 0; i < race_count; i++) {
        found_race(&search.found, &race_found[i]);
        bool lanes = race_found[i].lane[0] > 0; /* the same in every schedule */
        search.restart |=
            !large && !lanes && racy_add(race_found[i].address, race_found[i].second.size);
    }
}

/* What an execution took, counted in basic blocks so that no clock is asked: a
 * visible step is worth some thirty, an execution some two hundred. */
static uint64_t effort_of_stage(void)
{
    return stage.steps + (uint64_t)stage.visible * 30 + stage.effort + 200;
}

/* Runs once; the outcome's index, or -1. */
static int run_once(struct engine *engine)
{
    int words = racy_words;
    stage_run(search.ask->body, search.ask->input, &engine->policy);
    search.runs++;
    search.steps += effort_of_stage();
    struct answer *answer = search.answer;
    answer->weak_atomics |= stage.weak_atomics;
    search.crowded |= stage.crowded;
    if (stage.widest > answer->widest_team)
        answer->widest_team = stage.widest;
    keep_races();
    search.restart |= racy_words != words;
    if (stage.ending == END_UNSUPPORTED)
        search.unsupported = true;
    answer->cut |= stage.ending == END_BOUND;
    if (stage.ending == END_UNSUPPORTED || stage.ending == END_BOUND)
        note(stage.message);
    if (stage.ending == END_STOPPED || stage.ending == END_BOUND ||
        stage.ending == END_UNSUPPORTED || search.restart)
        return -1;
    return found_outcome(&search.found);
}

/* Of a racy program enough was seen to say so, and something of what it does. */
static bool racy_enough(void)
{
    if (!search.found.race_count)
        return false;
    if (search.ask->engine == ENGINE_RANDOM)
        return search.steps >= MAX_RANDOM_STEPS;
    return !search.ask->max_executions && search.steps >= MAX_RACY_STEPS;
}

static bool spent(void)
{
    return search.runs >= search.limit || search.steps >= MAX_SEARCH_STEPS || racy_enough() ||
           search.unsupported;
}

/* ---- passes --------------------------------------------------------------------- */

/* Some random schedules find most failures within milliseconds. */
static void random_pass(void)
{
    struct engine *engine = engine_random();
    uint64_t steps = search.steps;
    engine->begin(engine);
    do
        run_once(engine);
    while (!search.restart && !spent() && engine->ended(engine, 0) &&
           search.steps - steps < MAX_RANDOM_STEPS);
}

/* Executions of one engine, as many as fit in its turn. True when it is done. */
static bool turn(struct engine *engine)
{
    uint64_t end = search.steps + ENGINE_TURN;
    do {
        int outcome = run_once(engine);
        if (search.restart)
            return false;
        if (!engine->ended(engine, outcome))
            return true;
        if (spent())
            return false;
    } while (search.steps < end);
    return false;
}

static void take_turns(struct engine *first, struct engine *second)
{
    struct engine *engines[2] = {first, second};
    bool out[2] = {!first, !second};
    for (int i = 0; i < 2; i++)
        if (engines[i])
            engines[i]->begin(engines[i]);
    for (int i = 0; !search.restart && !spent() && !(out[0] && out[1]); i = !i) {
        if (out[i] || !turn(engines[i]))
            continue;
        out[i] = true;
        if (engines[i]->gave_up)
            continue;
        search.answer->complete = true;
        search.answer->executions = engines[i]->executions;
        return;
    }
}

/* The engine that did not finish may still use some executions to count. */
static void finish_counting(struct engine *states)
{
    search.limit = search.runs + COUNTING_EXECUTIONS;
    uint64_t steps = search.steps;
    while (!spent() && search.steps - steps < MAX_COUNTING_STEPS)
        if (turn(states))
            return;
}

static void count_schedules(struct engine *states)
{
    struct found *found = &search.found;
    uint64_t by_outcome[MAX_COUNTED];
    if (found->count > MAX_COUNTED || states->gave_up)
        return;
    search.answer->counted = states_count(by_outcome, found->count, &search.answer->schedules);
    for (int i = 0; search.answer->counted && i < found->count; i++)
        found->outcomes[i].schedules = by_outcome[i];
}

static void look_for_endless(void)
{
    struct choices choices = {0};
    if (!states_endless(&choices))
        return;
    stage.ending = END_ENDLESS;
    snprintf(stage.message, sizeof stage.message,
             "from here on no schedule ends: the threads go round for ever");
    path_begin();
    for (int i = 0; i < choices.count; i++)
        path_add(choices.thread[i]);
    stage.preemptions = 0;
    found_outcome(&search.found);
    choices_free(&choices);
}

static void engines(void)
{
    bool both = search.ask->engine == ENGINE_BOTH;
    struct engine *dpor = both || search.ask->engine == ENGINE_DPOR ? engine_dpor() : NULL;
    struct engine *states = both || search.ask->engine == ENGINE_STATES ? engine_states() : NULL;
    take_turns(dpor, states);
    if (search.restart || !states)
        return;
    bool was = search.answer->complete;
    uint64_t executions = search.answer->executions;
    if (was && executions == dpor_executions() && !states_complete())
        finish_counting(states);
    search.answer->complete = was;
    search.answer->executions = executions;
    if (!search.restart) {
        count_schedules(states);
        look_for_endless();
    }
}

/* ---- all of it -------------------------------------------------------------------- */

static void search_once(void)
{
    search.restart = false;
    search.answer->complete = search.answer->counted = false;
    free(search.answer->message);
    search.answer->message = NULL;
    found_outcomes_clear(&search.found);
    search.limit = search.ask->max_executions ? search.ask->max_executions : MAX_EXECUTIONS;
    if (search.found.race_count && !search.ask->max_executions)
        search.limit = MAX_RACY_EXECUTIONS;
    search.limit += search.runs;
    random_pass();
    /* With more tasks than threads a search can't be complete: it is spared. */
    if (!search.restart && !spent() && !search.crowded && search.ask->engine != ENGINE_RANDOM)
        engines();
}

static enum verdict judge(const struct answer *answer)
{
    enum verdict worst = PASS;
    for (int i = 0; i < answer->outcome_count; i++)
        if (answer->outcomes[i].verdict < worst)
            worst = answer->outcomes[i].verdict;
    if (answer->race_count)
        return RACE;
    if (worst != PASS)
        return worst;
    if (answer->outcome_count > 1)
        return VARIES;
    return answer->complete ? PASS : UNDECIDED;
}

static bool shows_race(const struct answer *answer)
{
    for (int i = 0; i < answer->outcome_count; i++)
        if (answer->outcomes[i].race)
            return true;
    return answer->race_count == 0 || !answer->races[0].team;
}

/* The outcome to show: the first that ends as the verdict says; where they end
 * alike, the simplest that no schedule without a preemption gives. */
static int telling(const struct answer *answer)
{
    int best = -1;
    if (answer->verdict == PASS || !shows_race(answer))
        return -1;
    for (int i = 0; i < answer->outcome_count; i++) {
        const struct outcome *outcome = &answer->outcomes[i];
        if (outcome->verdict == answer->verdict)
            return i;
        if (best < 0 || (outcome->preemptions > 0 &&
                         (answer->outcomes[best].preemptions == 0 ||
                          outcome->preemptions < answer->outcomes[best].preemptions)))
            best = i;
    }
    bool shows = answer->verdict == RACE || answer->verdict == VARIES;
    return shows ? best : -1;
}

int interleave_explore(const struct ask *ask, struct answer *answer)
{
    *answer = (struct answer){.widest_team = 1, .worst = -1};
    search = (struct search){.ask = ask, .answer = answer};
    explore_prepare(ask);
    racy_clear();
    do
        search_once();
    while (search.restart && search.steps < MAX_SEARCH_STEPS && !racy_enough());
    if (search.crowded) {
        answer->complete = answer->counted = false;
        note("more tasks waited at once than this runtime has threads: not every order was tried");
    }
    answer->outcomes = search.found.outcomes;
    answer->outcome_count = search.found.count;
    answer->races = search.found.races;
    answer->race_count = search.found.race_count;
    answer->verdict = judge(answer);
    answer->worst = telling(answer);
    if (answer->worst >= 0)
        simplify(ask, &answer->outcomes[answer->worst]);
    explain_all(ask, &search.found, answer);
    bool long_run = stage.steps > MAX_OTHER_STEPS / 2;
    if (ask->other_teams && stage.default_team && !long_run && !answer->race_count &&
        !search.unsupported) {
        other_teams(ask, &search.found);
        answer->races = search.found.races;
        answer->race_count = search.found.race_count;
    }
    answer->verdict = search.unsupported ? INTERNAL : judge(answer);
    if (!answer->complete && !answer->message)
        answer->message = strdup("the search met its bound before every schedule was covered");
    answer->worst = telling(answer);
    found_free(&search.found);
    return search.unsupported ? -1 : 0;
}
