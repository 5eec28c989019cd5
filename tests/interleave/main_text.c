/* main_text.c - the tool's answer for people. */
#include <errno.h> /* program_invocation_name */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "interleave/main_tool.h"
#include "interleave/places.h"

static struct trace_style style_here(const struct asked *asked, const struct trace *trace)
{
    struct winsize size;
    struct trace_style style = {
        .width = 80, .lanes = asked->lanes, .letters = asked->letters, .tasks = trace->tasks};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        style.width = size.ws_col;
    const char *locale = getenv("LC_ALL");
    if (!locale || !*locale)
        locale = getenv("LANG");
    style.ascii = locale && (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0);
    return style;
}

/* "1 schedule", "20 schedules", "some schedules" when they were not counted. */
static void print_count(FILE *out, uint64_t count, bool exact)
{
    if (!exact)
        fprintf(out, "some schedules");
    else if (count == UINT64_MAX)
        fprintf(out, "more than 2^63 schedules");
    else
        fprintf(out, "%" PRIu64 " schedule%s", count, count == 1 ? "" : "s");
}

/* Prints text between indent and width columns, folded at blanks; what follows
 * its first line stands two columns further in. */
static void print_folded(int indent, int width, const char *text)
{
    size_t room = width > indent + 20 ? (size_t)(width - indent) : 20;
    for (bool first = true; *text; first = false) {
        size_t length = strlen(text), most = first ? room : room - 2;
        if (length > most) {
            length = most;
            while (length > most / 2 && text[length] != ' ')
                length--;
            if (text[length] != ' ')
                length = strcspn(text, " ");
        }
        printf("%*s%.*s\n", first ? indent : indent + 2, "", (int)length, text);
        text += length + strspn(text + length, " ");
    }
}

static void print_access(const struct access *access)
{
    struct place place = place_of(access->pc);
    printf("    %s %d %-6s%s  %s:%d  %s\n", access->task ? "task" : "thread", access->thread,
           access->write ? "writes" : "reads", access->atomic ? " atomically" : "", place.file,
           place.line, place.text);
}

static void print_races(const struct answer *answer)
{
    for (int i = 0; i < answer->race_count; i++) {
        const struct race *race = &answer->races[i];
        printf("\n  data race on %s", *race->name ? race->name : "shared data");
        if (race->team)
            printf(" in a team of %d", race->team);
        printf(": nothing orders\n");
        print_access(&race->first);
        print_access(&race->second);
    }
}

/* Output on one line, its own lines parted by |. */
static void print_output(FILE *out, const struct outcome *outcome)
{
    size_t shown = outcome->output_size < 60 ? outcome->output_size : 60;
    for (size_t i = 0; i < shown; i++) {
        char c = outcome->output[i];
        if (c == '\n' && i + 1 < outcome->output_size)
            fputs(" | ", out);
        else if (c != '\n')
            fputc((unsigned char)c < ' ' ? '?' : c, out);
    }
    if (shown < outcome->output_size)
        fputs(" ...", out);
}

/* What main returned says something only where it is not always 0, or all that
 * there is to say. */
static bool exits_matter(const struct answer *answer)
{
    for (int i = 0; i < answer->outcome_count; i++) {
        const struct outcome *one = &answer->outcomes[i];
        if (one->verdict == PASS && (one->exit_status != 0 || one->output_size == 0))
            return true;
    }
    return false;
}

/* "2 schedules: DEADLOCK, thread 0 waits …", "4 schedules: tickets 2, seats -1" */
static void print_outcome(FILE *out, const struct outcome *one, bool exits)
{
    if (one->verdict != PASS)
        fprintf(out, "%s", verdict_name(one->verdict));
    else if (exits)
        fprintf(out, "exit %d", one->exit_status);
    if (one->message && *one->message)
        fprintf(out, ", %s", one->message);
    if (one->output_size && (exits || one->verdict != PASS))
        fprintf(out, "  ");
    print_output(out, one);
}

static void print_outcomes(const struct asked *asked, const struct answer *answer, int width)
{
    bool exits = exits_matter(answer), counts = asked->command == RUN_EXPLORE;
    if (answer->outcome_count > 0)
        printf("\n  %s:\n", counts                       ? "outcomes"
                            : asked->command == RUN_RACE ? "outcomes seen"
                                                         : "outcome");
    for (int i = 0; i < answer->outcome_count && i < 20; i++) {
        char *text = NULL;
        size_t size;
        FILE *out = open_memstream(&text, &size);
        if (!out)
            quit(EXIT_OURS, "[internal] out of memory");
        if (counts) {
            print_count(out, answer->outcomes[i].schedules, answer->counted);
            fprintf(out, ": ");
        }
        print_outcome(out, &answer->outcomes[i], exits);
        fclose(out);
        print_folded(4, width, text);
        free(text);
    }
    if (answer->outcome_count > 20)
        printf("    ... and %d more\n", answer->outcome_count - 20);
}

/* The command that plays the schedule again, as it has to be typed here. */
static void print_again(const struct asked *asked, const char *id)
{
    printf("\n  again: %s replay", program_invocation_name);
    if (asked->threads_asked)
        printf(" -t %d", asked->threads);
    printf(" %s", id);
    for (int i = 0; asked->flags[i]; i++)
        printf(" %s", asked->flags[i]);
    for (int i = 0; asked->files[i]; i++)
        printf(" %s", asked->files[i]);
    for (int i = 1; i < asked->argument_count; i++)
        printf("%s%s", i == 1 ? " -- " : " ", asked->arguments[i]);
    printf("\n");
}

void text_explored(const struct asked *asked, const struct answer *answer,
                   const struct trace *picture, const char *id)
{
    struct trace_style style = style_here(asked, picture);
    const char *meaning = verdict_meaning(answer->verdict);
    if (asked->command == RUN_REPLAY && answer->verdict == PASS)
        meaning = "this schedule ends without a fault of its own";
    if (asked->command == RUN_RACE && answer->verdict == UNDECIDED)
        meaning = "no race in the schedules that were tried";
    printf("%s  %s\n", verdict_name(answer->verdict), meaning);
    if (asked->command == RUN_EXPLORE) {
        printf("  ");
        print_count(stdout, answer->schedules, answer->counted);
        printf(", %" PRIu64 " execution%s, %s\n", answer->executions,
               answer->executions == 1 ? "" : "s",
               answer->complete
                   ? answer->weak_atomics ? "complete under sequential consistency" : "complete"
                   : "not complete");
    } else if (asked->command == RUN_RACE) {
        printf("  some schedules were tried, not all of them: `%s explore` tries all\n",
               program_invocation_name);
    }
    if (answer->message && asked->command != RUN_RACE)
        printf("  %s\n", answer->message);
    print_races(answer);
    print_outcomes(asked, answer, style.width);
    bool shows = picture->count > 0 && answer->worst >= 0 &&
                 answer->outcomes[answer->worst].choices.count > 0;
    if (shows) {
        printf("\n");
        trace_lanes(stdout, picture, &style);
    }
    if (id && shows && asked->command == RUN_EXPLORE)
        print_again(asked, id);
}

/* A line that cost less than one part in a hundred is no news. */
static void print_line(const struct shared_line *line, const struct machine *machine)
{
    if (!line->name[0][0] || line->cost * 100 < machine->makespan)
        return;
    printf("  %s: %s%s%s, changed cores %" PRIu64 " time%s, cost %.1f\n",
           line->is_false ? "false sharing" : "sharing", line->name[0],
           line->name[0][0] && line->name[1][0] ? " and " : "", line->name[1], line->transfers,
           line->transfers == 1 ? "" : "s", (double)line->cost / 1000);
}

void text_cores(const struct asked *asked, const struct answer *answer,
                const struct machine *machine, const struct trace *trace)
{
    struct trace_style style = style_here(asked, trace);
    double speedup = machine->makespan ? (double)machine->serial / (double)machine->makespan : 1;
    if (answer->verdict != PASS)
        printf("%s  %s\n", verdict_name(answer->verdict), verdict_meaning(answer->verdict));
    print_races(answer);
    printf("%d core%s: makespan %.1f, speedup %.2f, work %.1f, span %.1f\n", machine->cores,
           machine->cores == 1 ? "" : "s", (double)machine->makespan / 1000, speedup,
           (double)machine->work / 1000, (double)machine->span / 1000);
    if (machine->lock_waiting > 0)
        printf("  all threads together waited %.1f for locks\n",
               (double)machine->lock_waiting / 1000);
    printf("\n");
    trace_gantt(stdout, trace, &style);
    for (int i = 0; i < machine->line_count; i++)
        print_line(&machine->lines[i], machine);
}
