/* main_ask.c - the questions: what is asked of the runtime, and its answer said. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/bounds.h"
#include "interleave/main_tool.h"

/* A schedule that `race` shows: no longer than fits a page, and recorded without
 * taking the memory that a long execution would. */
#define MOST_RACE_STEPS 40
#define MOST_RACE_BLOCKS 2000000

int exit_status_of(enum verdict verdict)
{
    return verdict == PASS        ? EXIT_PASS
           : verdict == UNDECIDED ? EXIT_UNSURE
           : verdict == INTERNAL  ? EXIT_OURS
                                  : EXIT_FINDING;
}

void stop_if_unable(int failed, const struct answer *answer)
{
    if (failed && answer->message) /* something that the runtime does not have */
        quit(EXIT_WRONG_USE, "%s", answer->message);
    if (failed)
        quit(EXIT_OURS, "[internal] the program could not be run, and no reason was given");
}

/* ---- saying it ---------------------------------------------------------------------- */

/* Where the answer goes; opened before the search, so that a wrong name is told
 * at once. */
static FILE *open_answer(const struct asked *asked)
{
    if (!asked->output)
        return asked->launched ? stderr : stdout;
    FILE *out = fopen(asked->output, "w");
    if (!out)
        quit(EXIT_WRONG_USE, "--output %s: %s", asked->output, strerror(errno));
    return out;
}

static void close_answer(const struct asked *asked, FILE *out)
{
    bool failed = ferror(out);
    if (asked->output)
        failed |= fclose(out) != 0;
    else
        failed |= fflush(out) != 0;
    if (failed)
        quit(EXIT_WRONG_USE, "the answer cannot be written%s%s: %s", asked->output ? " to " : "",
             asked->output ? asked->output : "", strerror(errno));
}

/* In the format that was asked for. */
static void say_explored(const struct asked *asked, const struct answer *answer,
                         const struct trace *picture, const char *id)
{
    switch (asked->format) {
    case FORMAT_JSON:
        json_explored(asked, answer, picture, id);
        break;
    case FORMAT_SARIF:
        sarif_explored(asked, answer, picture, id);
        break;
    default:
        text_explored(asked, answer, picture, id);
    }
}

/* ---- race and explore ------------------------------------------------------------------ */

/* A schedule that shows the verdict: of the outcome that the runtime names; of
 * a racy program one that shows the race. */
static int shown_outcome(const struct answer *answer)
{
    int shown = answer->worst;
    for (int i = 0; shown < 0 && answer->verdict == RACE && i < answer->outcome_count; i++)
        if (answer->outcomes[i].race)
            shown = i;
    bool elsewhere = answer->race_count > 0 && answer->races[0].team > 0;
    if (shown < 0 && !elsewhere && answer->outcome_count > 0 && answer->verdict != PASS &&
        answer->verdict != UNDECIDED)
        shown = answer->outcome_count - 1; /* VARIES: one that differs from the first */
    return shown;
}

static void as_race(struct ask *ask, uint64_t executions)
{
    ask->engine = ENGINE_RANDOM;
    ask->cover = executions ? executions / 2 : RACE_COVER_EXECUTIONS;
    ask->max_executions = executions ? executions - ask->cover : RACE_EXECUTIONS;
}

/* The id of a schedule that race found says so, and how many it tried: its
 * steps are those that race knew. "12r-0110", "12r100-0110". */
static char *id_of(const struct asked *asked, const struct choices *choices)
{
    char *id = choices_id(choices), *dash = strchr(id, '-'), *marked;
    if (asked->command != RUN_RACE || !dash)
        return id;
    char tried[24] = "";
    if (asked->max_schedules)
        snprintf(tried, sizeof tried, "%llu", (unsigned long long)asked->max_schedules);
    if (asprintf(&marked, "%.*sr%s%s", (int)(dash - id), id, tried, dash) < 0)
        quit(EXIT_OURS, "[internal] out of memory");
    free(id);
    return marked;
}

/* Records the schedule for a picture, if it is short enough to be looked at; it
 * must end as it did. */
static void record_picture(const struct asked *asked, const struct ask *ask,
                           const struct outcome *outcome, struct trace *picture)
{
    struct answer again;
    struct ask bounded = *ask;
    bool is_race = asked->command == RUN_RACE;
    if (is_race && outcome->steps > MOST_RACE_STEPS)
        return;
    if (is_race && (!ask->max_steps || ask->max_steps > MOST_RACE_BLOCKS))
        bounded.max_steps = MOST_RACE_BLOCKS;
    interleave_run(&bounded, &outcome->choices, false, &again, picture);
    bool same = again.outcome_count > 0 && again.outcomes[0].verdict == outcome->verdict;
    if (is_race && !same)
        trace_clear(picture);
    answer_free(&again);
}

/* A program that was started by its own name says something only when there is
 * something to say. */
static bool is_silent(const struct asked *asked, const struct answer *answer)
{
    bool nothing = answer->verdict == PASS || answer->verdict == UNDECIDED;
    return asked->launched && nothing && asked->format == FORMAT_TEXT && !asked->output;
}

int ask_explore(const struct asked *asked, struct ask *ask)
{
    struct answer answer;
    struct trace picture = {0};
    char *id = NULL;
    struct asked here = *asked;
    here.out = open_answer(asked);
    ask->engine = (unsigned)asked->engine;
    if (asked->command == RUN_RACE)
        as_race(ask, asked->max_schedules);
    stop_if_unable(interleave_explore(ask, &answer), &answer);
    if (asked->command == RUN_RACE && answer.verdict == VARIES)
        answer.verdict = answer.complete ? PASS : UNDECIDED; /* another order is no race */
    int shown = shown_outcome(&answer);
    if (shown >= 0 && answer.outcomes[shown].choices.count > 0) {
        id = id_of(asked, &answer.outcomes[shown].choices);
        record_picture(asked, ask, &answer.outcomes[shown], &picture);
    }
    if (!is_silent(asked, &answer)) {
        say_explored(&here, &answer, &picture, id);
        files_written(asked, &picture);
    }
    enum verdict verdict = answer.verdict;
    free(id);
    trace_free(&picture);
    answer_free(&answer);
    close_answer(asked, here.out);
    return exit_status_of(verdict);
}

/* ---- replay ------------------------------------------------------------------------------ */

/* "12r-0110", "12r100-0110": found by race, in so many executions. Takes that
 * out. */
static void read_id(struct asked *asked, struct choices *choices)
{
    char *id = strdup(asked->replay);
    if (!id)
        quit(EXIT_OURS, "[internal] out of memory");
    char *letter = id + strspn(id, "0123456789");
    if (letter > id && *letter == 'r') {
        char *dash = letter + 1 + strspn(letter + 1, "0123456789");
        asked->of_race = *dash == '-';
        if (asked->of_race) {
            asked->max_schedules = strtoull(letter + 1, NULL, 10);
            memmove(letter, dash, strlen(dash) + 1);
        }
    }
    const char *why = choices_read(id, choices);
    if (why)
        quit(EXIT_WRONG_USE, "%s: %s", asked->replay, why);
    free(id);
}

int ask_replay(const struct asked *asked, struct ask *ask)
{
    struct answer answer;
    struct trace picture = {0};
    struct choices choices = {0};
    struct asked here = *asked;
    read_id(&here, &choices);
    here.out = open_answer(asked);
    if (here.of_race)
        as_race(ask, here.max_schedules);
    if (asked->in_gdb) { /* once unseen: what a step is is known afterwards */
        interleave_run(ask, &choices, false, &answer, NULL);
        answer_free(&answer);
        gdb_replay_begins();
    }
    stop_if_unable(interleave_run(ask, &choices, false, &answer, &picture), &answer);
    if (answer.outcome_count == 0)
        quit(EXIT_WRONG_USE,
             "%s: %s. Has the program, its arguments or its input changed? Ask race or explore "
             "for a new id",
             asked->replay,
             answer.message ? answer.message : "the program does not follow this schedule");
    say_explored(&here, &answer, &picture, asked->replay);
    files_written(asked, &picture);
    enum verdict verdict = answer.verdict;
    choices_free(&choices);
    trace_free(&picture);
    answer_free(&answer);
    close_answer(asked, here.out);
    return exit_status_of(verdict);
}

/* ---- cores ------------------------------------------------------------------------------- */

int ask_cores(const struct asked *asked, struct ask *ask)
{
    struct answer answer;
    struct trace trace = {0};
    struct machine machine = {.cores = asked->cores};
    struct asked here = *asked;
    here.out = open_answer(asked);
    stop_if_unable(interleave_machine(ask, &machine, &answer, &trace), &answer);
    (asked->format == FORMAT_JSON ? json_cores : text_cores)(&here, &answer, &machine, &trace);
    files_written(asked, &trace);
    enum verdict verdict = answer.verdict;
    trace_free(&trace);
    answer_free(&answer);
    close_answer(asked, here.out);
    return exit_status_of(verdict);
}
