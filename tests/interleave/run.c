/* run.c - one execution along given choices; and the proof of each finding:
 * a failing schedule is run again before it is reported. */
#include <stdlib.h>
#include <string.h>

#include "interleave/engine.h"
#include "interleave/exclusion.h"
#include "interleave/explore.h"
#include "interleave/output.h"
#include "interleave/race.h"

/* The program whose racy words are known: choices mean steps on them too. */
static struct ask known;
static bool is_known;

void run_forget(void) { is_known = false; }

static void learn_steps(const struct ask *ask)
{
    bool same = is_known && known.body == ask->body && known.input == ask->input &&
                known.team == ask->team && known.thread_limit == ask->thread_limit;
    if (same)
        return;
    struct answer answer;
    struct ask quick = *ask;
    if (ask->plain) /* a given schedule: what is shared shows in any order */
        quick.engine = ENGINE_RANDOM;
    interleave_explore(&quick, &answer);
    run_learnt(ask);
    answer_free(&answer);
}

void run_learnt(const struct ask *ask)
{
    known = *ask;
    is_known = true;
}

static void run(const struct ask *ask, const struct choices *choices, bool strict,
                struct trace *trace)
{
    explore_prepare(ask);
    stage.trace = trace;
    stage.explain = true;
    struct engine *engine = engine_replay(choices, strict);
    int words;
    do {
        words = racy_words;
        engine->begin(engine);
        stage_run(ask->body, ask->input, &engine->policy);
    } while (stage.ending == END_STOPPED && racy_words > words);
    stage.trace = NULL;
    stage.explain = false;
}

static void take_races(struct answer *answer)
{
    answer->race_count = race_count;
    answer->races = malloc((size_t)race_count * sizeof *answer->races + 1);
    if (!answer->races)
        abort();
    memcpy(answer->races, race_found, (size_t)race_count * sizeof *answer->races);
    answer->race_count = races_merge(answer->races, race_count);
}

static char *ending_message(void)
{
    char text[sizeof stage.message];
    bool leak = stage.ending == END_RETURNED && exclusion_leak(text, sizeof text);
    return strdup(leak ? text : stage.message);
}

static enum verdict verdict_of(const struct answer *answer)
{
    if (answer->race_count)
        return RACE;
    return answer->outcome_count ? answer->outcomes[0].verdict : UNDECIDED;
}

/* What the execution that has just ended amounts to. */
void run_answer(struct answer *answer)
{
    *answer = (struct answer){.worst = -1,
                              .executions = 1,
                              .schedules = 1,
                              .widest_team = stage.widest,
                              .weak_atomics = stage.weak_atomics};
    take_races(answer);
    bool ended =
        stage.ending != END_STOPPED && stage.ending != END_BOUND && stage.ending != END_UNSUPPORTED;
    struct found found = {0};
    if (ended) {
        found_outcome(&found);
        answer->outcomes = found.outcomes;
        answer->outcome_count = found.count;
        answer->outcomes[0].schedules = 1;
        answer->outcomes[0].message = ending_message();
        answer->outcomes[0].complaint = strdup(output_complaint());
        answer->worst = 0;
    }
    found_free(&found);
    answer->verdict = verdict_of(answer);
    if (!ended)
        answer->message = strdup(stage.message);
}

int interleave_run(const struct ask *ask, const struct choices *choices, bool strict,
                   struct answer *answer, struct trace *trace)
{
    if (choices || ask->plain)
        learn_steps(ask);
    else
        racy_clear(), run_forget();
    run(ask, choices, strict, trace);
    run_answer(answer);
    return stage.ending == END_UNSUPPORTED ? -1 : 0;
}

/* ---- the proof ------------------------------------------------------------------ */

#define MOST_PROVED 64

static bool proved(const struct ask *ask, struct outcome *outcome)
{
    run(ask, &outcome->choices, false, NULL);
    bool endless_by_graph = outcome->verdict == ENDLESS && stage.ending != END_ENDLESS;
    if (endless_by_graph) {
        outcome->message = strdup("from here on no schedule ends: the threads go round for ever");
        return true;
    }
    outcome->message = ending_message();
    outcome->complaint = strdup(output_complaint());
    size_t size;
    const void *bytes = output_observed(&size);
    return ending_verdict() == outcome->verdict &&
           (outcome->verdict != PASS ||
            (size == outcome->size && (size == 0 || memcmp(bytes, outcome->bytes, size) == 0)));
}

void explain_all(const struct ask *ask, struct found *found, struct answer *answer)
{
    bool long_run = stage_took() > MAX_PROVED_STEPS;
    run_learnt(ask);
    for (int i = 0; i < found->count && i < MOST_PROVED; i++) {
        if (long_run && found->outcomes[i].verdict == PASS) {
            found->outcomes[i].message = strdup("");
            continue;
        }
        if (proved(ask, &found->outcomes[i]))
            continue;
        free(answer->message);
        answer->message = strdup("the program behaves differently when a schedule is run again");
        answer->complete = false;
    }
}
