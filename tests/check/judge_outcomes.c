/* judge_outcomes.c - each outcome of a case goes before the row's judge. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/judge_own.h"
#include "check/observed.h"
#include "check/seen.h"
#include "interleave/places.h"

static void fill_steps(struct seen *seen, const struct trace *trace, int **threads,
                       const char ***texts)
{
    int count = 0;
    *threads = calloc((size_t)trace->count + 1, sizeof **threads);
    *texts = calloc((size_t)trace->count + 1, sizeof **texts);
    for (int i = 0; i < trace->count && *threads && *texts; i++)
        if (trace->events[i].visible) {
            (*threads)[count] = trace->events[i].thread;
            (*texts)[count++] = place_of(trace->events[i].pc).text;
        }
    seen->step_thread = *threads;
    seen->step_text = *texts;
    seen->steps = count;
}

static void fill_machine(struct seen *seen, const struct reply *reply)
{
    seen->machine_known = reply->machine_known;
    if (!reply->machine_known)
        return;
    seen->makespan = (double)reply->machine.makespan / 1000;
    seen->speedup = machine_speedup(&reply->machine);
    for (int i = 0; i < 64; i++)
        seen->busy[i] = (double)reply->machine.busy[i] / 1000;
}

static void fill_units(struct seen *seen, const struct reply *reply, bool only_outcome)
{
    const void *units;
    size_t size;
    seen->units_known =
        observed_find(seen->bytes, seen->size, OBSERVED_INTS, OBSERVED_UNITS, &units, &size) &&
        size == sizeof seen->units;
    if (seen->units_known)
        memcpy(seen->units, units, size);
    else if (only_outcome) {
        memcpy(seen->units, reply->units, sizeof seen->units);
        seen->units_known = true;
    }
}

/* A second run of the body, in the same execution. */
static void judge_again(struct seen *seen, const struct test_case *at)
{
    const void *bytes, *kept;
    size_t size, kept_size;
    char found[sizeof seen->message];
    long long blocks = 0;
    if (seen->faulted || *seen->internal ||
        !observed_find(seen->bytes, seen->size, OBSERVED_RECORDS, OBSERVED_AGAIN, &bytes, &size))
        return;
    if (observed_find(seen->bytes, seen->size, OBSERVED_VALUE, OBSERVED_KEPT, &kept, &kept_size))
        memcpy(&blocks, kept, sizeof blocks);
    seen->bytes = bytes;
    seen->size = size;
    fill_units(seen, NULL, false);
    seen_judge(seen, at->row->judge, at->input);
    if (seen->faulted) {
        snprintf(found, sizeof found, "%s", seen->message);
        snprintf(seen->message, sizeof seen->message,
                 "right the first time, but the second time %.*s\n"
                 "All of it was done twice, one after the other. Static and global variables "
                 "still hold what the first time left in them.",
                 (int)strcspn(found, "\n"), found);
    } else if (blocks > 0) {
        fault_is(seen, LEAK);
        fault(seen,
              "memory is never given back: each time, %lld more block%s\n"
              "What malloc() has given must be handed to free(), once, before the last pointer "
              "to it is gone.",
              blocks, blocks == 1 ? "" : "s");
    }
}

/* False when the judge needs units by thread. */
static bool judge_outcome(struct bench *bench, int i, char *trouble, size_t room)
{
    const struct outcome *outcome = &bench->answer->outcomes[i];
    struct judged *judged = &bench->judged[i];
    struct seen *seen = calloc(1, sizeof *seen);
    int *threads = NULL;
    const char **texts = NULL;
    if (!seen)
        return true;
    seen->bytes = outcome->bytes;
    seen->size = outcome->size;
    seen->team = bench->at->team;
    seen->widest = bench->answer->widest_team;
    fill_units(seen, bench->reply,
               bench->answer->outcome_count == 1 && bench->at->row->stage != EVERY_SCHEDULE);
    fill_machine(seen, bench->reply);
    fill_steps(seen, &bench->reply->trace, &threads, &texts);
    seen_judge(seen, bench->at->row->judge, bench->at->input);
    judge_again(seen, bench->at);
    judged->failed = seen->faulted;
    judged->verdict = seen->verdict;
    judged->message = seen->faulted ? strdup(seen->message) : NULL;
    snprintf(trouble, room, "%s", seen->internal);
    bool enough = !seen->units_wanted;
    free(threads);
    free(texts);
    free(seen);
    return enough;
}

bool came_to_end(const struct outcome *outcome)
{
    return outcome->verdict == PASS || outcome->verdict == LEAK;
}

bool judge_outcomes(struct bench *bench, char *trouble, size_t room)
{
    trouble[0] = '\0';
    for (int i = 0; i < bench->answer->outcome_count && !*trouble; i++) {
        const struct outcome *outcome = &bench->answer->outcomes[i];
        if (!came_to_end(outcome))
            continue;
        if (!judge_outcome(bench, i, trouble, room))
            return false;
        bench->judged[i].failed ? bench->failed++ : bench->passed++;
    }
    return true;
}
