/* main_text.c - the tool's answer for people. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "interleave/main_tool.h"
#include "interleave/places.h"

static struct trace_style style_here(void)
{
    struct winsize size;
    struct trace_style style = {.width = 80};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        style.width = size.ws_col;
    const char *locale = getenv("LC_ALL");
    if (!locale || !*locale)
        locale = getenv("LANG");
    style.ascii = locale && (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0);
    return style;
}

/* "1 schedule", "20 schedules", "some schedules" when they were not counted. */
static void print_count(uint64_t count, bool exact)
{
    if (!exact)
        printf("some schedules");
    else if (count == UINT64_MAX)
        printf("more than 2^63 schedules");
    else
        printf("%" PRIu64 " schedule%s", count, count == 1 ? "" : "s");
}

static void print_access(const struct access *access)
{
    struct place place = place_of(access->pc);
    printf("    thread %d %s%s  %s:%d  %s\n", access->thread, access->write ? "writes" : "reads",
           access->atomic ? " atomically" : "", place.file, place.line, place.text);
}

static void print_races(const struct answer *answer)
{
    for (int i = 0; i < answer->race_count; i++) {
        const struct race *race = &answer->races[i];
        printf("\n  data race on %s: nothing orders\n", *race->name ? race->name : "shared data");
        print_access(&race->first);
        print_access(&race->second);
    }
}

/* Output on one line, its own lines parted by |. */
static void print_output(const struct outcome *outcome)
{
    size_t shown = outcome->output_size < 60 ? outcome->output_size : 60;
    for (size_t i = 0; i < shown; i++) {
        char c = outcome->output[i];
        if (c == '\n' && i + 1 < outcome->output_size)
            fputs(" | ", stdout);
        else if (c != '\n')
            putchar((unsigned char)c < ' ' ? '?' : c);
    }
    if (shown < outcome->output_size)
        fputs(" ...", stdout);
}

/* What main returned says something only where it is not always 0. */
static bool exits_matter(const struct answer *answer)
{
    for (int i = 0; i < answer->outcome_count; i++)
        if (answer->outcomes[i].exit_status != 0 || answer->outcomes[i].output_size == 0)
            return true;
    return false;
}

static void print_outcomes(const struct asked *asked, const struct answer *answer)
{
    bool exits = exits_matter(answer), counts = asked->command == RUN_EXPLORE;
    if (answer->outcome_count > 0)
        printf("\n  %s:\n", counts ? "outcomes" : asked->command == RUN_RACE ? "outcomes seen"
                                                                              : "outcome");
    for (int i = 0; i < answer->outcome_count && i < 20; i++) {
        const struct outcome *one = &answer->outcomes[i];
        printf("    ");
        if (counts) {
            print_count(one->schedules, answer->counted);
            printf(": ");
        }
        if (one->verdict != PASS)
            printf("%s", verdict_name(one->verdict));
        else if (exits)
            printf("exit %d", one->exit_status);
        if (one->message && *one->message)
            printf(", %s", one->message);
        if (one->output_size && (exits || one->verdict != PASS))
            printf("  ");
        print_output(one);
        printf("\n");
    }
    if (answer->outcome_count > 20)
        printf("    ... and %d more\n", answer->outcome_count - 20);
}

void text_explored(const struct asked *asked, const struct answer *answer,
                   const struct trace *picture, const char *id)
{
    struct trace_style style = style_here();
    const char *meaning = verdict_meaning(answer->verdict);
    if (asked->command == RUN_REPLAY && answer->verdict == PASS)
        meaning = "this schedule ends without a fault of its own";
    if (asked->command == RUN_RACE && answer->verdict == UNDECIDED)
        meaning = "no race in the schedules that were tried";
    printf("%s  %s\n", verdict_name(answer->verdict), meaning);
    if (asked->command == RUN_EXPLORE) {
        printf("  ");
        print_count(answer->schedules, answer->counted);
        printf(", %" PRIu64 " execution%s, %s\n", answer->executions,
               answer->executions == 1 ? "" : "s", answer->complete ? answer->weak_atomics
                                      ? "complete under sequential consistency"
                                      : "complete"
                                : "not complete");
    } else if (asked->command == RUN_RACE) {
        printf("  some schedules were tried, not all of them: `interleave explore` tries all\n");
    }
    if (answer->message && asked->command != RUN_RACE)
        printf("  %s\n", answer->message);
    print_races(answer);
    print_outcomes(asked, answer);
    bool shows = picture->count > 0 && answer->worst >= 0 &&
                 answer->outcomes[answer->worst].choices.count > 0;
    if (shows) {
        printf("\n");
        trace_lanes(stdout, picture, &style);
    }
    if (id && shows && asked->command == RUN_EXPLORE)
        printf("\n  again: interleave replay %s %s\n", id, asked->files[0]);
}

/* A line that cost less than one part in a hundred is no news. */
static void print_line(const struct shared_line *line, const struct machine *machine)
{
    if (!line->name[0][0] || line->cost * 100 < machine->makespan)
        return;
    printf("  %s: %s%s%s, changed cores %" PRIu64 " time%s, cost %.1f\n",
           line->is_false ? "false sharing" : "sharing", line->name[0],
           line->name[0][0] && line->name[1][0] ? " and " : "", line->name[1], line->transfers,
           line->transfers == 1 ? "" : "s",
           (double)line->cost / 1000);
}

void text_cores(const struct asked *asked, const struct answer *answer,
                const struct machine *machine, const struct trace *trace)
{
    (void)asked;
    struct trace_style style = style_here();
    double speedup = machine->makespan ? (double)machine->serial / (double)machine->makespan : 1;
    if (answer->verdict != PASS)
        printf("%s  %s\n", verdict_name(answer->verdict), verdict_meaning(answer->verdict));
    print_races(answer);
    printf("%d core%s: makespan %.1f, speedup %.2f, work %.1f, span %.1f, waiting for locks %.1f\n\n",
           machine->cores, machine->cores == 1 ? "" : "s", (double)machine->makespan / 1000, speedup,
           (double)machine->work / 1000, (double)machine->span / 1000,
           (double)machine->lock_waiting / 1000);
    trace_gantt(stdout, trace, &style);
    for (int i = 0; i < machine->line_count; i++)
        print_line(&machine->lines[i], machine);
}
