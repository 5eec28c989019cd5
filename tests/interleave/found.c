/* found.c - distinct outcomes and races, and the simplest schedule of each. */
#include <stdlib.h>
#include <string.h>

#include "interleave/engine.h"
#include "interleave/exclusion.h"
#include "interleave/explore.h"
#include "interleave/hash.h"
#include "interleave/jobs.h"
#include "interleave/output.h"
#include "interleave/race.h"

#define TABLE ((size_t)MAX_OUTCOMES * 2)

enum verdict ending_verdict(void)
{
    char text[160];
    switch (stage.ending) {
    case END_CRASH:
        return CRASH;
    case END_DEADLOCK:
        return DEADLOCK;
    case END_ENDLESS:
        return ENDLESS;
    case END_RETURNED:
        return exclusion_leak(text, sizeof text) ? LEAK : PASS;
    default:
        return UNDECIDED;
    }
}

static void *copy(const void *bytes, size_t size)
{
    char *block = malloc(size + 1);
    if (!block)
        abort();
    if (size)
        memcpy(block, bytes, size);
    block[size] = '\0';
    return block;
}

static struct outcome of_stage(void)
{
    struct outcome outcome = {
        .verdict = ending_verdict(), .exit_status = stage.exit_status, .signal = stage.signal};
    outcome.bytes = (void *)(uintptr_t)output_observed(&outcome.size);
    outcome.output = (char *)(uintptr_t)output_text(&outcome.output_size);
    outcome.preemptions = stage.preemptions;
    outcome.steps = path_length();
    outcome.race = race_count > 0;
    if (outcome.verdict == DEADLOCK || outcome.verdict == ENDLESS) {
        outcome.size = outcome.output_size = 0;   /* what was printed first is no matter */
        outcome.exit_status = outcome.signal = 0; /* an execution before has left them */
    }
    return outcome;
}

static bool same(const struct outcome *a, const struct outcome *b)
{
    return a->verdict == b->verdict && a->exit_status == b->exit_status && a->signal == b->signal &&
           a->size == b->size && a->output_size == b->output_size &&
           (a->size == 0 || memcmp(a->bytes, b->bytes, a->size) == 0) &&
           (a->output_size == 0 || memcmp(a->output, b->output, a->output_size) == 0);
}

bool found_again(const struct outcome *outcome)
{
    struct outcome now = of_stage();
    return stage.ending != END_STOPPED && same(&now, outcome);
}

static unsigned key(const struct outcome *outcome)
{
    uint64_t seed = hash_mix((uint64_t)outcome->verdict << 32 | (uint32_t)outcome->exit_status,
                             (uint64_t)outcome->signal);
    seed = hash_block(outcome->output, outcome->output_size, seed);
    return (unsigned)hash_block(outcome->bytes ? outcome->bytes : "", outcome->size, seed);
}

static int *look(struct found *found, const struct outcome *outcome)
{
    if (!found->table) {
        found->table = malloc(TABLE * sizeof(int));
        if (!found->table)
            abort();
        memset(found->table, 0xff, TABLE * sizeof(int));
    }
    unsigned i = key(outcome) % TABLE;
    while (found->table[i] >= 0 && !same(&found->outcomes[found->table[i]], outcome))
        i = (i + 1) % TABLE;
    return &found->table[i];
}

static void add(struct found *found, struct outcome outcome, int *place)
{
    if (found->count == found->room) {
        found->room = found->room ? 2 * found->room : 16;
        found->outcomes = realloc(found->outcomes, (size_t)found->room * sizeof outcome);
        if (!found->outcomes)
            abort();
    }
    outcome.bytes = copy(outcome.bytes, outcome.size);
    outcome.output = copy(outcome.output, outcome.output_size);
    outcome.choices = choices_copy(&outcome.choices);
    found->outcomes[found->count] = outcome;
    *place = found->count++;
}

static bool is_simpler(const struct outcome *a, const struct outcome *b)
{
    return a->preemptions < b->preemptions ||
           (a->preemptions == b->preemptions && a->steps < b->steps);
}

int found_take(struct found *found, const struct outcome *outcome)
{
    int *place = look(found, outcome);
    bool fresh = *place < 0;
    if (fresh && found->count == MAX_OUTCOMES)
        return MAX_OUTCOMES - 1;
    if (fresh)
        add(found, *outcome, place);
    struct outcome *known = &found->outcomes[*place];
    bool races = outcome->race && !known->race;
    bool simpler = races || (outcome->race == known->race && is_simpler(outcome, known));
    known->race |= outcome->race;
    if (simpler) {
        choices_free(&known->choices);
        known->choices = choices_copy(&outcome->choices);
        known->preemptions = outcome->preemptions;
        known->steps = outcome->steps;
    }
    if (found->news && (fresh || simpler))
        news_outcome(found->news, known);
    return *place;
}

int found_number(struct found *found, const struct outcome *outcome)
{
    int number = *look(found, outcome);
    return number < 0 ? 0 : number;
}

int found_outcome(struct found *found)
{
    struct outcome outcome = of_stage();
    outcome.choices = path_now();
    return found_take(found, &outcome);
}

static void outcome_free(struct outcome *outcome)
{
    free(outcome->bytes);
    free(outcome->output);
    free(outcome->message);
    free(outcome->complaint);
    choices_free(&outcome->choices);
}

void found_outcomes_clear(struct found *found)
{
    for (int i = 0; i < found->count; i++)
        outcome_free(&found->outcomes[i]);
    found->count = 0;
    if (found->table)
        memset(found->table, 0xff, TABLE * sizeof(int));
}

/* A race with a load before it was known to begin an update is one with that. */
static void settle(struct access *access)
{
    const void *update = access->atomic && !access->write ? update_of_load(access->pc) : NULL;
    if (!update)
        return;
    access->pc = update;
    access->write = true;
}

void found_race(struct found *found, const struct race *seen)
{
    struct race settled = *seen;
    const struct race *race = &settled;
    settle(&settled.first);
    settle(&settled.second);
    for (int i = 0; i < found->race_count; i++) {
        const struct race *known = &found->races[i];
        bool same_places =
            (known->first.pc == race->first.pc && known->second.pc == race->second.pc) ||
            (known->first.pc == race->second.pc && known->second.pc == race->first.pc);
        if (same_places)
            return;
    }
    if (found->race_count == MAX_RACES)
        return;
    size_t count = (size_t)found->race_count + 1;
    found->races = realloc(found->races, count * sizeof *found->races);
    if (!found->races)
        abort();
    found->races[count - 1] = *race;
    found->race_count++;
    if (found->news)
        news_race(found->news, race);
}

void found_free(struct found *found) { free(found->table); }

void answer_free(struct answer *answer)
{
    for (int i = 0; i < answer->outcome_count; i++)
        outcome_free(&answer->outcomes[i]);
    free(answer->outcomes);
    free(answer->races);
    free(answer->message);
    *answer = (struct answer){0};
}
