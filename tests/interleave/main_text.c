/* main_text.c - the tool's answer for people: the verdict first, then why. */
#include <errno.h> /* program_invocation_name */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interleave/bounds.h"
#include "interleave/main_tool.h"

/* An id that is longer is not for typing. */
#define LONGEST_ID 500

/* Of many the first show what there is. */
#define SHOWN_OUTCOMES 10

/* "1 schedule", "20 schedules" */
static void print_count(FILE *out, uint64_t count)
{
    if (count == UINT64_MAX)
        fprintf(out, "more than 2^63 schedules");
    else
        fprintf(out, "%" PRIu64 " schedule%s", count, count == 1 ? "" : "s");
}

/* ---- outcomes -------------------------------------------------------------------- */

/* Output on one line, its own lines parted by |. */
static void print_output(FILE *out, const char *output, size_t size, size_t most)
{
    size_t shown = size < most ? size : most;
    while (shown < size && shown > 0 && ((unsigned char)output[shown] & 0xc0) == 0x80)
        shown--; /* not within a letter */
    for (size_t i = 0; i < shown; i++) {
        char c = output[i];
        if (c == '\n' && i + 1 < size)
            fputs(" | ", out);
        else if (c != '\n')
            fputc((unsigned char)c < ' ' ? '?' : c, out);
    }
    if (shown < size)
        fputs(" ...", out);
}

/* Where a program gives up it says why. */
static bool complains(const struct outcome *one)
{
    bool gave_up = one->verdict == CRASH || (one->verdict == PASS && one->exit_status != 0);
    return gave_up && one->complaint && *one->complaint;
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
    print_output(out, one->output, one->output_size, 60);
    if (complains(one)) {
        fputs("; on standard error: ", out);
        print_output(out, one->complaint, strlen(one->complaint), MAX_COMPLAINT);
    }
}

static void print_outcomes(FILE *to, const struct asked *asked, const struct answer *answer,
                           int width)
{
    bool exits = exits_matter(answer);
    bool searches = asked->command == RUN_EXPLORE || asked->command == RUN_RACE;
    bool counts = asked->command == RUN_EXPLORE && answer->counted;
    bool all = asked->command == RUN_EXPLORE && answer->complete;
    if (answer->outcome_count > 0)
        fprintf(to, "\n  %s:\n", !searches ? "outcome" : all ? "outcomes" : "outcomes seen");
    for (int i = 0; i < answer->outcome_count && i < SHOWN_OUTCOMES; i++) {
        char *text = NULL;
        size_t size;
        FILE *out = open_memstream(&text, &size);
        if (!out)
            quit(EXIT_OURS, "[internal] out of memory");
        if (counts) {
            print_count(out, answer->outcomes[i].schedules);
            fprintf(out, ": ");
        }
        print_outcome(out, &answer->outcomes[i], exits);
        fclose(out);
        text_folded(to, 4, width, text);
        free(text);
    }
    if (answer->outcome_count > SHOWN_OUTCOMES)
        fprintf(to, "    ... and %d more\n", answer->outcome_count - SHOWN_OUTCOMES);
}

/* ---- the schedule again --------------------------------------------------------------- */

/* A word of a command line, quoted where the shell would change it. */
static void print_word(FILE *out, const char *word)
{
    if (*word &&
        strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+@%") ==
            strlen(word)) {
        fprintf(out, " %s", word);
        return;
    }
    fputs(" '", out);
    for (; *word; word++)
        if (*word == '\'')
            fputs("'\\''", out);
        else
            fputc(*word, out);
    fputc('\'', out);
}

void text_again(FILE *out, const struct asked *asked, const char *id)
{
    fprintf(out, "\n  again: %s replay", asked->launched ? "interleave" : program_invocation_name);
    if (asked->threads_asked)
        fprintf(out, " -t %d", asked->threads);
    print_word(out, id);
    for (int i = 0; asked->flags[i]; i++)
        print_word(out, asked->flags[i]);
    for (int i = 0; asked->files[i]; i++)
        print_word(out, asked->files[i]);
    for (int i = 1; i < asked->argument_count; i++) {
        fputs(i == 1 ? " --" : "", out);
        print_word(out, asked->arguments[i]);
    }
    fprintf(out, "\n");
}

/* ---- the whole answer --------------------------------------------------------------------- */

static bool only_lanes(const struct answer *answer)
{
    for (int i = 0; i < answer->race_count; i++)
        if (!answer->races[i].lane[0])
            return false;
    return answer->race_count > 0;
}

static const char *meaning_of(const struct asked *asked, const struct answer *answer)
{
    enum verdict verdict = answer->verdict;
    if (only_lanes(answer) && answer->races[0].any_order)
        return "iterations of a loop touch the same data, and nothing orders them";
    if (only_lanes(answer))
        return "iterations of a simd loop touch the same data, and lockstep changes their order";
    if ((asked->command == RUN_REPLAY || asked->command == RUN_STEP) && verdict == PASS)
        return "this schedule ends without a fault of its own";
    if (asked->command == RUN_RACE && verdict == UNDECIDED)
        return "no race in the schedules that were tried";
    if (asked->command == RUN_RACE && verdict == PASS)
        return "no race in any schedule";
    return verdict_meaning(verdict);
}

static void print_verdict(FILE *out, const struct asked *asked, const struct answer *answer)
{
    enum verdict verdict = answer->verdict;
    const char *colour = verdict == PASS        ? "\033[1;32m"
                         : verdict == UNDECIDED ? "\033[1;33m"
                                                : "\033[1;31m";
    bool coloured = colours_here(asked);
    fprintf(out, "%s%s%s  %s\n", coloured ? colour : "", verdict_name(verdict),
            coloured ? "\033[0m" : "", meaning_of(asked, answer));
}

/* "20 schedules, 6 executions, complete", the first where they were counted */
static void print_complete(FILE *out, const struct answer *answer)
{
    fprintf(out, "  ");
    if (answer->counted) {
        print_count(out, answer->schedules);
        fputs(", ", out);
    }
    fprintf(out, "%" PRIu64 " execution%s, complete%s\n", answer->executions,
            answer->executions == 1 ? "" : "s",
            answer->weak_atomics ? " under sequential consistency" : "");
}

/* What explore did not cover is said by the answer's message. */
static void print_search(FILE *out, const struct asked *asked, const struct answer *answer)
{
    if (asked->command == RUN_EXPLORE && answer->complete) {
        print_complete(out, answer);
    } else if (asked->command == RUN_RACE && answer->complete) {
        fprintf(out, "  %" PRIu64 " execution%s stand%s for all schedules%s\n", answer->executions,
                answer->executions == 1 ? "" : "s", answer->executions == 1 ? "s" : "",
                answer->weak_atomics ? " under sequential consistency" : "");
    } else if (asked->command == RUN_RACE) {
        fprintf(out, "  some schedules were tried, not all of them: `%s explore` tries all\n",
                asked->launched ? "interleave" : program_invocation_name);
    }
}

void text_explored(const struct asked *asked, const struct answer *answer,
                   const struct trace *picture, const char *id)
{
    struct trace_style style = style_here(asked, picture);
    FILE *out = text_begin();
    print_verdict(out, asked, answer);
    print_search(out, asked, answer);
    if (answer->message && (asked->command != RUN_RACE || answer->cut))
        text_folded(out, 2, style.width, answer->message);
    text_races(out, asked, answer, style.width);
    print_outcomes(out, asked, answer, style.width);
    if (picture->count > 0) {
        fprintf(out, "\n");
        trace_lanes(out, picture, &style);
    }
    if (id && picture->count > 0 && asked->command != RUN_REPLAY && strlen(id) <= LONGEST_ID)
        text_again(out, asked, id);
    text_end(asked, &style);
}

/* ---- cores ------------------------------------------------------------------------------- */

/* A line that cost less than two parts in a hundred is no news. */
static void print_line(FILE *out, const struct shared_line *line, const struct machine *machine)
{
    if (!line->name[0][0] || line->cost * 50 < machine->makespan)
        return;
    fprintf(out, "  %s: %s%s%s, changed cores %" PRIu64 " time%s, cost %.1f\n",
            line->is_false ? "false sharing" : "sharing", line->name[0],
            line->name[0][0] && line->name[1][0] ? " and " : "", line->name[1], line->transfers,
            line->transfers == 1 ? "" : "s", (double)line->cost / 1000);
}

/* Why the program did not end as it should. */
static void print_ending(FILE *out, const struct answer *answer, int width)
{
    const char *message = answer->outcome_count ? answer->outcomes[0].message : answer->message;
    if (message && *message)
        text_folded(out, 2, width, message);
}

/* What one thread alone would not have had to do. */
static void print_inflation(FILE *out, const struct machine *machine)
{
    double inflation = machine->serial > 0 ? (double)machine->work / (double)machine->serial : 1;
    if (inflation >= 1.1)
        fprintf(out,
                "  work inflation %.2f: the busy time of all cores, over that of one core alone\n",
                inflation);
}

static void print_sums(FILE *out, const struct machine *machine)
{
    fprintf(out, "%d core%s: makespan %.1f", machine->cores, machine->cores == 1 ? "" : "s",
            (double)machine->makespan / 1000);
    if (machine->serial > 0 && machine->makespan > 0)
        fprintf(out, ", speedup %.2f", (double)machine->serial / (double)machine->makespan);
    fprintf(out, ", work %.1f, span %.1f\n", (double)machine->work / 1000,
            (double)machine->span / 1000);
    print_inflation(out, machine);
    if (machine->lock_waiting > 0)
        fprintf(out, "  all threads together waited %.1f for locks\n",
                (double)machine->lock_waiting / 1000);
}

void text_cores(const struct asked *asked, const struct answer *answer,
                const struct machine *machine, const struct trace *trace)
{
    struct trace_style style = style_here(asked, trace);
    FILE *out = text_begin();
    if (answer->verdict != PASS) {
        print_verdict(out, asked, answer);
        print_ending(out, answer, style.width);
    }
    text_races(out, asked, answer, style.width);
    print_sums(out, machine);
    fprintf(out, "\n");
    trace_gantt(out, trace, &style);
    for (int i = 0; i < machine->line_count; i++)
        print_line(out, &machine->lines[i], machine);
    text_end(asked, &style);
}
