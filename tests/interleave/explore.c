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
#include "interleave/jobs.h"
#include "interleave/race.h"

static struct search {
    const struct ask *ask;
    struct answer *answer;
    struct tally tally;
    uint64_t limit; /* of runs */
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

static void note(struct tally *tally, const char *text)
{
    if (!tally->message && text[0])
        tally->message = strdup(text);
}

static void keep_races(struct tally *tally)
{
    bool large = stage.steps > MAX_RESTARTED_STEPS;
    for (int i = 0; i < race_count; i++) {
        bool numbered = race_number[i] < RACE_UNNUMBERED;
        if (numbered && tally->found.had >> race_number[i] & 1)
            continue;
        found_race(&tally->found, &race_found[i]);
        if (numbered && !large)
            tally->found.had |= UINT64_C(1) << race_number[i];
        bool lanes = race_found[i].lane[0] > 0; /* the same in every schedule */
        tally->restart |=
            !large && !lanes && racy_add(race_found[i].address, race_found[i].second.size);
    }
}

static void keep_facts(struct tally *tally)
{
    tally->runs++;
    tally->steps += stage_effort();
    tally->latest = stage.steps;
    tally->weak_atomics |= stage.weak_atomics;
    tally->crowded |= stage.crowded;
    if (stage.widest > tally->widest)
        tally->widest = stage.widest;
    tally->unsupported |= stage.ending == END_UNSUPPORTED;
    tally->cut |= stage.ending == END_BOUND;
    if (stage.ending == END_UNSUPPORTED || stage.ending == END_BOUND)
        note(tally, stage.message);
}

/* Runs once; the outcome's number, or -1. */
static int run_once(struct engine *engine, struct tally *tally)
{
    int words = racy_words;
    path_begin(); /* the other engine may have left its own */
    first_begin();
    race_had = tally->found.had;
    stage_run(search.ask->body, search.ask->input, &engine->policy);
    race_had = 0;
    keep_facts(tally);
    keep_races(tally);
    tally->restart |= racy_words != words;
    if (tally->restart && words == 0 && race_count && search.ask->cover)
        witness_keep();
    if (stage.ending == END_STOPPED || stage.ending == END_BOUND ||
        stage.ending == END_UNSUPPORTED || tally->restart)
        return -1;
    return tally->before + found_outcome(&tally->found);
}

/* Of a racy program enough was seen to say so, and something of what it does. */
static bool racy_enough(void)
{
    if (!search.tally.found.race_count)
        return false;
    if (search.ask->engine == ENGINE_RANDOM)
        return search.tally.steps >= MAX_RANDOM_STEPS;
    return !search.ask->max_executions && search.tally.steps >= MAX_RACY_STEPS;
}

static bool spent(void)
{
    return search.tally.runs >= search.limit || search.tally.steps >= MAX_SEARCH_STEPS ||
           racy_enough() || search.tally.unsupported;
}

/* ---- passes --------------------------------------------------------------------- */

/* Some random schedules find most failures within milliseconds. */
static void random_pass(void)
{
    struct engine *engine = engine_random();
    struct tally *tally = &search.tally;
    uint64_t steps = tally->steps;
    engine->begin(engine);
    do
        run_once(engine, tally);
    while (!tally->restart && !spent() && engine->ended(engine, 0) &&
           tally->steps - steps < MAX_RANDOM_STEPS);
}

/* Where few schedules are all there are, random ones are not needed. */
static void cover(void)
{
    struct engine *engine = engine_dpor_at_random();
    struct tally *tally = &search.tally;
    uint64_t steps = tally->steps;
    search.limit = tally->runs + search.ask->cover;
    engine->begin(engine);
    bool more = true;
    while (more && !tally->restart && !spent() && tally->steps - steps < MAX_RANDOM_STEPS)
        more = engine->ended(engine, run_once(engine, tally));
    search.answer->complete = !more && !engine->gave_up && !tally->restart && !tally->unsupported;
    search.answer->executions = engine->executions;
}

/* What showed the race is shown again, now that its accesses are steps. */
static void show_witness(void)
{
    if (!witness_kept())
        return;
    struct engine *engine = engine_witness();
    engine->begin(engine);
    run_once(engine, &search.tally);
}

struct turn explore_turn(struct engine *engine, struct tally *tally, uint64_t most)
{
    uint64_t steps = tally->steps, runs = tally->runs;
    bool more = true;
    do {
        int outcome = run_once(engine, tally);
        more = tally->restart || engine->ended(engine, outcome);
    } while (more && !tally->restart && !tally->unsupported && tally->steps - steps < ENGINE_TURN &&
             tally->runs - runs < most);
    return (struct turn){!more, engine->gave_up, engine->executions};
}

/* The engines, the first of which is DPOR. One that is out has no more turns. */
struct contest {
    struct engine *engines[2];
    bool out[2];
    int winner; /* or -1 */
    bool graph; /* that of the states is whole */
};

/* A bound that was asked for is kept to the execution, and in one process. */
static void next_turn(struct contest *contest, int i)
{
    uint64_t most = search.ask->max_executions ? search.limit - search.tally.runs : UINT64_MAX;
    struct turn turn = jobs_apart() ? jobs_turn(i, &search.tally)
                                    : explore_turn(contest->engines[i], &search.tally, most);
    contest->out[i] = turn.done;
    contest->graph |= i == 1 && turn.done && !turn.gave_up;
    if (!turn.done || turn.gave_up || contest->winner >= 0)
        return;
    contest->winner = i;
    search.answer->complete = true;
    search.answer->executions = turn.executions;
}

/* What both learnt or may still read is better kept together. */
static bool may_part(const struct contest *contest, int round)
{
    int from = search.ask->jobs_from ? search.ask->jobs_from : ROUNDS_TOGETHER;
    return round >= from && search.ask->jobs > 1 && !search.ask->max_executions && !jobs_apart() &&
           !contest->out[0] && !contest->out[1] && racy_words < MAX_RACY_WORDS;
}

static void take_turns(struct contest *contest)
{
    for (int i = 0; i < 2; i++) {
        contest->out[i] = !contest->engines[i];
        if (contest->engines[i])
            contest->engines[i]->begin(contest->engines[i]);
    }
    int round = 0;
    for (int i = 0; !search.tally.restart && !spent() && !(contest->out[0] && contest->out[1]);
         i = !i) {
        if (i == 0 && may_part(contest, ++round))
            jobs_begin(contest->engines, &search.tally);
        if (!contest->out[i])
            next_turn(contest, i);
        if (contest->winner >= 0)
            return;
    }
}

/* The engine that did not finish may still use some executions to count. */
static void finish_counting(struct contest *contest)
{
    search.limit = search.tally.runs + COUNTING_EXECUTIONS;
    uint64_t steps = search.tally.steps;
    while (!contest->out[1] && !search.tally.restart && !spent() &&
           search.tally.steps - steps < MAX_COUNTING_STEPS)
        next_turn(contest, 1);
}

static void count_schedules(void)
{
    struct found *found = &search.tally.found;
    uint64_t by_outcome[MAX_COUNTED];
    if (found->count > MAX_COUNTED)
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
    found_outcome(&search.tally.found);
    choices_free(&choices);
}

static void engines(void)
{
    bool both = search.ask->engine == ENGINE_BOTH;
    struct contest contest = {.winner = -1};
    if (both || search.ask->engine == ENGINE_DPOR)
        contest.engines[0] = engine_dpor();
    if (both || search.ask->engine == ENGINE_STATES)
        contest.engines[1] = engine_states();
    take_turns(&contest);
    if (contest.winner == 0 && contest.engines[1])
        finish_counting(&contest);
    jobs_end(&search.tally);
    if (contest.graph && !search.tally.restart) {
        count_schedules();
        look_for_endless();
    }
}

/* ---- all of it -------------------------------------------------------------------- */

static void search_once(void)
{
    struct tally *tally = &search.tally;
    tally->restart = false;
    search.answer->complete = search.answer->counted = false;
    free(tally->message);
    tally->message = NULL;
    found_outcomes_clear(&tally->found);
    tally->found.had = 0;
    bool may_be_covered = search.ask->cover && !tally->found.race_count;
    if (may_be_covered)
        cover();
    if (tally->restart || search.answer->complete)
        return;
    search.limit = search.ask->max_executions ? search.ask->max_executions : MAX_EXECUTIONS;
    if (tally->found.race_count && !search.ask->max_executions)
        search.limit = MAX_RACY_EXECUTIONS;
    search.limit += tally->runs;
    show_witness();
    random_pass();
    /* With more tasks than threads a search can't be complete: it is spared. */
    if (!tally->restart && !spent() && !tally->crowded && search.ask->engine != ENGINE_RANDOM)
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
    search = (struct search){.ask = ask, .answer = answer, .tally.widest = 1};
    struct tally *tally = &search.tally;
    struct found *found = &tally->found;
    explore_prepare(ask);
    racy_clear();
    witness_forget();
    do
        search_once();
    while (tally->restart && tally->steps < MAX_SEARCH_STEPS && !racy_enough());
    if (tally->crowded) {
        answer->complete = answer->counted = false;
        note(tally,
             "more tasks waited at once than this runtime has threads: not every order was tried");
    }
    answer->cut = tally->cut;
    answer->weak_atomics = tally->weak_atomics;
    answer->widest_team = tally->widest;
    answer->message = tally->message;
    answer->outcomes = found->outcomes;
    answer->outcome_count = found->count;
    answer->races = found->races;
    answer->race_count = found->race_count;
    answer->verdict = judge(answer);
    answer->worst = telling(answer);
    if (answer->worst >= 0)
        simplify(ask, &answer->outcomes[answer->worst]);
    explain_all(ask, found, answer);
    bool long_run = stage_took() > MAX_OTHER_STEPS / 2;
    if (ask->other_teams && stage.default_team && !long_run && !answer->race_count &&
        !tally->unsupported) {
        other_teams(ask, found);
        answer->races = found->races;
        answer->race_count = found->race_count;
    }
    answer->race_count = races_merge(answer->races, answer->race_count);
    answer->verdict = tally->unsupported ? INTERNAL : judge(answer);
    if (!answer->complete && !answer->message)
        answer->message =
            strdup("the search met its bound before every schedule was covered: a smaller "
                   "input or fewer threads can be covered whole");
    answer->worst = telling(answer);
    found_free(found);
    return tally->unsupported ? -1 : 0;
}
