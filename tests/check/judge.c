/* judge.c - what the reply about one case comes to.
 *
 * The runtime's findings come first: a race, a crash, a deadlock, an endless
 * loop, a leak. Only what is left is a question for the row's judge, who sees
 * each distinct outcome once. Failing in all of them is WRONG, in some of them
 * ATOMICITY: no race, but something came between.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/finding.h"
#include "check/judge_own.h"
#include "check/observed.h"
#include "interleave/places.h"

static void internal(struct finding *finding, const char *why)
{
    finding->verdict = INTERNAL;
    snprintf(finding->headline, sizeof finding->headline, "[internal] %s", why);
}

/* ---- Which outcome is shown --------------------------------------------------------- */

static bool simpler(const struct outcome *a, const struct outcome *b)
{
    return a->preemptions != b->preemptions ? a->preemptions < b->preemptions : a->steps < b->steps;
}

static enum verdict verdict_of(const struct bench *bench, int i)
{
    if (bench->judged[i].verdict != VERDICT_COUNT)
        return bench->judged[i].verdict;
    return bench->passed > 0 && bench->at->row->stage == EVERY_SCHEDULE ? ATOMICITY : WRONG;
}

/* The failing outcome of the gravest verdict with the simplest schedule, or -1. */
static int worst_judged(const struct bench *bench)
{
    int worst = -1;
    for (int i = 0; i < bench->answer->outcome_count; i++) {
        if (!bench->judged[i].failed)
            continue;
        if (worst < 0 || verdict_of(bench, i) < verdict_of(bench, worst) ||
            (verdict_of(bench, i) == verdict_of(bench, worst) &&
             simpler(&bench->answer->outcomes[i], &bench->answer->outcomes[worst])))
            worst = i;
    }
    return worst;
}

static uint64_t add_counts(uint64_t a, uint64_t b)
{
    return a > UINT64_MAX - b ? UINT64_MAX : a + b;
}

static bool same_headline(const char *a, const char *b)
{
    size_t size = strcspn(a, "\n");
    return size == strcspn(b, "\n") && memcmp(a, b, size) == 0;
}

/* Schedules whose outcome fails; only those with the headline of `like`, when
 * that is not negative. */
static uint64_t failing_schedules(const struct bench *bench, int like)
{
    uint64_t sum = 0;
    for (int i = 0; i < bench->answer->outcome_count; i++)
        if (bench->judged[i].failed &&
            (like < 0 || same_headline(bench->judged[i].message, bench->judged[like].message)))
            sum = add_counts(sum, bench->answer->outcomes[i].schedules);
    return sum;
}

static void take_choices(struct finding *finding, const struct answer *answer, int outcome)
{
    const struct choices *from = &answer->outcomes[outcome].choices;
    finding->outcome = outcome;
    finding->choices.thread = calloc((size_t)from->count + 1, sizeof *from->thread);
    if (!finding->choices.thread)
        return;
    if (from->count > 0)
        memcpy(finding->choices.thread, from->thread, (size_t)from->count * sizeof *from->thread);
    finding->choices.count = from->count;
    finding->has_choices = true;
}

/* The judge's words, after how often they are true. */
static void say_judged(struct bench *bench, int worst, bool all_fail)
{
    struct finding *finding = bench->finding;
    char prefix[96] = "", words[1024];
    uint64_t failing = failing_schedules(bench, worst), in_all = failing_schedules(bench, -1);
    split_message(finding, bench->judged[worst].message);
    bool every = bench->at->row->stage == EVERY_SCHEDULE;
    if (every && (!all_fail || failing != in_all))
        count_prefix(prefix, sizeof prefix, bench->answer, failing);
    snprintf(words, sizeof words, "%s", finding->headline);
    snprintf(finding->headline, sizeof finding->headline, "%s%.900s", prefix, words);
    if (every && !all_fail && failing != in_all && bench->answer->counted)
        explain(finding, "In all, %llu of %llu schedules go wrong.", (unsigned long long)in_all,
                (unsigned long long)bench->answer->schedules);
}

/* ---- The runtime's findings ------------------------------------------------------------ */

/* "writes seats in line 7", "updates it in line 9". */
static void access_words(const struct access *access, const char *what, const char *source,
                         char *text, size_t room)
{
    struct place place = place_of(access->pc);
    const char *verb = access->write ? "writes" : "reads";
    const char *how = access->atomic ? " atomically" : "";
    if (place.line > 0 && strcmp(place.file, source) == 0)
        snprintf(text, room, "%s %s%s in line %d", verb, what, how, place.line);
    else
        snprintf(text, room, "%s %s%s", verb, what, how);
}

static void say_race(struct bench *bench)
{
    struct finding *finding = bench->finding;
    const struct race *race = &bench->answer->races[0];
    const struct row *row = bench->at->row;
    struct place place = place_of(race->first.pc);
    char first[256], second[256], one[64], other[64];
    access_words(&race->first, *race->name ? race->name : "shared data", place.file, first,
                 sizeof first);
    access_words(&race->second, "it", place.file, second, sizeof second);
    snprintf(finding->headline, sizeof finding->headline, "%s %s, %s %s, and nothing orders them",
             row_lane(row, race->first.thread, one, sizeof one), first,
             row_lane(row, race->second.thread, other, sizeof other), second);
    finding->race = 0;
}

/* Beside the race, what it leads to in the worst case. */
static void add_worst(struct bench *bench, int worst)
{
    struct finding own = {0};
    char prefix[96];
    if (worst < 0)
        return;
    split_message(&own, bench->judged[worst].message);
    count_prefix(prefix, sizeof prefix, bench->answer, failing_schedules(bench, worst));
    if (bench->at->row->stage != EVERY_SCHEDULE)
        prefix[0] = '\0';
    explain(bench->finding, "What it leads to: %s%s.", prefix, own.headline);
    if (*own.explanation)
        explain(bench->finding, "%s", own.explanation);
}

/* The outcome whose schedule shows the verdict: the simplest one. */
static int outcome_of(const struct answer *answer, enum verdict verdict)
{
    int best = -1;
    for (int i = 0; i < answer->outcome_count; i++) {
        const struct outcome *one = &answer->outcomes[i];
        if ((verdict == RACE ? one->race : one->verdict == verdict) &&
            (best < 0 || simpler(one, &answer->outcomes[best])))
            best = i;
    }
    return best;
}

static uint64_t schedules_of(const struct answer *answer, enum verdict verdict)
{
    uint64_t sum = 0;
    for (int i = 0; i < answer->outcome_count; i++)
        if (answer->outcomes[i].verdict == verdict)
            sum = add_counts(sum, answer->outcomes[i].schedules);
    return sum;
}

static void say_end(struct bench *bench, enum verdict verdict, int outcome)
{
    struct finding *finding = bench->finding;
    const struct outcome *how = outcome < 0 ? NULL : &bench->answer->outcomes[outcome];
    const char *message = how && how->message  ? how->message
                          : how && how->signal ? strsignal(how->signal)
                                               : verdict_meaning(verdict);
    char words[1024], prefix[96] = "", headline[1024];
    lane_words(bench->at->row, message, words, sizeof words);
    split_message(finding, words);
    uint64_t failing = schedules_of(bench->answer, verdict);
    if (bench->at->row->stage == EVERY_SCHEDULE && failing != bench->answer->schedules)
        count_prefix(prefix, sizeof prefix, bench->answer, failing);
    snprintf(headline, sizeof headline, "%s%.900s", prefix, finding->headline);
    memcpy(finding->headline, headline, sizeof headline);
}

/* ---- All of it ----------------------------------------------------------------------------- */

static bool observations_sound(const struct answer *answer)
{
    for (int i = 0; i < answer->outcome_count; i++)
        if (!observed_sound(answer->outcomes[i].bytes, answer->outcomes[i].size) ||
            (came_to_end(&answer->outcomes[i]) && answer->outcomes[i].size == 0))
            return false;
    return true;
}

static bool any_race_named(const struct answer *answer)
{
    for (int i = 0; i < answer->race_count; i++)
        if (*answer->races[i].name)
            return true;
    return false;
}

/* The gravest thing that the runtime found; PASS when there is none. */
static enum verdict runtime_verdict(const struct answer *answer, bool given)
{
    static const enum verdict order[] = {CRASH, DEADLOCK, ENDLESS, LEAK};
    /* whoever is given a racy program to schedule is not to blame for it; and a wild
     * address is the same one in several threads */
    bool wild = outcome_of(answer, CRASH) >= 0 && !any_race_named(answer);
    if (answer->race_count > 0 && !given && !wild)
        return RACE;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (outcome_of(answer, order[i]) >= 0)
            return order[i];
    return PASS;
}

static void decide(struct bench *bench)
{
    struct finding *finding = bench->finding;
    const struct answer *answer = bench->answer;
    int worst = worst_judged(bench), shown = worst;
    finding->verdict = runtime_verdict(answer, bench->at->row->schedule != NULL);
    if (finding->verdict == RACE) {
        say_race(bench);
        add_worst(bench, worst);
        if (worst < 0)
            shown = outcome_of(answer, RACE);
    } else if (finding->verdict != PASS) {
        shown = outcome_of(answer, finding->verdict);
        say_end(bench, finding->verdict, shown);
    } else if (worst >= 0) {
        finding->verdict = verdict_of(bench, worst);
        say_judged(bench, worst, bench->passed == 0);
    } else if (answer->verdict == UNDECIDED ||
               (bench->at->row->stage == EVERY_SCHEDULE && !answer->complete)) {
        finding->verdict = UNDECIDED;
        snprintf(
            finding->headline, sizeof finding->headline,
            "no failure in the first %llu executions; there are more schedules than could be tried",
            (unsigned long long)answer->executions);
        explain(finding, "%s", answer->message ? answer->message : "");
    }
    if (shown >= 0)
        take_choices(finding, answer, shown);
    finding->pictured = shown >= 0 && (bench->at->row->stage == EVERY_SCHEDULE ||
                                       bench->at->row->schedule || finding->verdict < WRONG);
}

bool judge_case(const struct test_case *at, const struct reply *reply, struct finding *finding)
{
    struct bench bench = {.at = at, .reply = reply, .answer = &reply->answer, .finding = finding};
    char trouble[256];
    *finding = (struct finding){.verdict = PASS, .at = *at, .outcome = -1, .race = -1};
    if (!observations_sound(bench.answer)) {
        finding->verdict = CRASH;
        split_message(finding, "what the program observed reached the check garbled\n"
                               "Memory that is not yours was overwritten.");
        return true;
    }
    bench.judged = calloc((size_t)bench.answer->outcome_count + 1, sizeof *bench.judged);
    if (!bench.judged) {
        internal(finding, "out of memory");
        return true;
    }
    bool enough = judge_outcomes(&bench, trouble, sizeof trouble);
    if (*trouble)
        internal(finding, trouble);
    else if (enough)
        decide(&bench);
    for (int i = 0; i < bench.answer->outcome_count; i++)
        free(bench.judged[i].message);
    free(bench.judged);
    return enough;
}
