/* The result model for people. A line an exercise, or an exercise in full:
 *
 *   42 atomic-capture   ATOMICITY   4 of 6 schedules: two tickets for one seat
 *
 *        buyer 0                          buyer 1                   seats
 *     1  if (t->seats > 0)  reads 1                                     1
 *     …
 *     Both buyers saw the last seat before either took it.
 *
 *     4 of 10 points; see atomic_capture.c, line 7
 *     replay: grade replay 42 3-12-0101     hint: grade hint 42
 */
#include <stdlib.h>
#include <string.h>

#include "grade/overview.h"
#include "grade/result.h"
#include "grade/text.h"

static enum ink ink_of(const struct result *result)
{
    return result_passes(result)      ? INK_GOOD
           : result_untouched(result) ? INK_QUIET
           : *result->verdict         ? INK_BAD
                                      : INK_WARN;
}

static void write_lines(const struct screen *screen, int indent, const json_t *lines)
{
    for (size_t i = 0; i < json_array_size(lines); i++) {
        const char *line = json_string_value(json_array_get(lines, i));
        say(screen, "%*s%s\n", *line ? indent : 0, "", line);
    }
}

/* The Gantt chart of a row on the virtual machine. */
static void write_cores(const struct screen *screen, const json_t *machine)
{
    const json_t *ascii = json_object_get(machine, "gantt_ascii");
    const json_t *lines = screen->utf8 || ascii == NULL ? json_object_get(machine, "gantt") : ascii;
    if (json_array_size(lines) > 0) {
        write_lines(screen, 1, lines);
        say(screen, "\n");
    }
}

static void write_picture(const struct screen *screen, const struct test *test)
{
    const json_t *lines =
        screen->utf8 || test->picture_ascii == NULL ? test->picture : test->picture_ascii;
    if (json_array_size(lines) > 0) {
        write_lines(screen, 1, lines);
        say(screen, "\n");
    }
    if (json_array_size(lines) == 0) {
        write_cores(screen, test->machine);
    }
}

static void write_title(const struct screen *screen, const struct result *result)
{
    const struct test *worst = result_worst(result);
    const char *word = result->internal != NULL  ? "INTERNAL"
                       : result->problem != NULL ? "NOT GRADED"
                       : result->refused != NULL ? "NOT UNDERSTOOD"
                                                 : result->verdict;
    const char *headline =
        worst != NULL && *worst->headline ? worst->headline : verdict_sentence(word);
    say_in(screen, INK_STRONG, "%s %s", result->exercise->number, result->exercise->slug);
    say(screen, "   ");
    say_in(screen, ink_of(result), "%s", word);
    int taken = 10 + (int)strlen(result->exercise->slug) + (int)strlen(word);
    if (result->problem != NULL || result->refused != NULL || *headline == '\0') {
        say(screen, "\n\n");
    } else if (taken + screen_columns(screen, headline) < screen->width) {
        say(screen, "   %s\n\n", headline);
    } else {
        say(screen, "\n");
        say_folded(screen, 3, headline);
        say(screen, "\n");
    }
}

static void write_compiler(const struct screen *screen, const struct result *result)
{
    size_t length = strlen(result->compiler);
    if (length > 0) {
        say(screen, "%s%s\n", result->compiler, result->compiler[length - 1] == '\n' ? "" : "\n");
    }
}

/* " + two buyers, one seat ........ 5/5" */
static void write_row(const struct screen *screen, const struct test *test, bool headline)
{
    static const char *const mark[] = {"✓", "✗", "·"};
    static const enum ink ink[] = {INK_GOOD, INK_BAD, INK_QUIET};
    say(screen, "   ");
    say_in(screen, ink[test->status], "%s", mark[test->status]);
    say(screen, " ");
    bool skipped = test->status == STATUS_SKIPPED;
    say_cut(screen, test->name, 48, skipped || test->points > 0);
    if (skipped) {
        say(screen, "  waits for the rows above");
    } else if (test->points > 0) {
        say(screen, " %2d/%d", test->status == STATUS_PASSED ? test->points : 0, test->points);
    }
    say(screen, "\n");
    if (headline && test->status == STATUS_FAILED && *test->headline) {
        char *words = text_format("%s: %s", test->verdict, test->headline);
        say_folded(screen, 5, words);
        free(words);
    }
}

static void write_rows(const struct screen *screen, const struct result *result)
{
    const struct test *worst = result_worst(result);
    for (int i = 0; i < result->test_count; i++) {
        write_row(screen, &result->tests[i], &result->tests[i] != worst);
    }
    say(screen, "\n");
}

/* Where it failed and what to try next:
 *
 *   4 of 10 points, at two_buyers.c, line 4
 *   replay: grade replay 42 3-12-01     hint: grade hint 42 */
static void write_ways_on(const struct screen *screen, const struct result *result,
                          const struct house *house, const struct request *request)
{
    const struct test *worst = result_worst(result);
    const char *number = result->exercise->number;
    say(screen, "   %d of %d points", result->score, result->points);
    if (worst != NULL && *worst->file && worst->line > 0) {
        say(screen, "; see %s, line %d", worst->file, worst->line);
    }
    say(screen, "\n");
    char *from = request->from_given ? text_format("--from %s ", request->from) : text_copy("");
    char *replay =
        worst != NULL && *worst->replay
            ? text_format("replay: %s %sreplay %s %s", house->command, from, number, worst->replay)
            : text_copy("");
    char *hint = !result_passes(result) && !request->from_given
                     ? text_format("hint: %s hint %s", house->command, number)
                     : text_copy("");
    bool one_line = strlen(replay) + strlen(hint) + 8 < (size_t)screen->width;
    if (*replay) {
        say(screen, "   %s%s", replay, *hint && one_line ? "" : "\n");
    }
    if (*hint) {
        say(screen, "%s%s\n", *replay && one_line ? "     " : "   ", hint);
    }
    free(from);
    free(replay);
    free(hint);
}

/* What else was noticed, unless the explanation says it already. */
static void write_feedback(const struct screen *screen, const struct result *result,
                           const char *explanation)
{
    bool any = false;
    for (size_t i = 0; i < json_array_size(result->feedback); i++) {
        const char *sentence = json_string_value(json_array_get(result->feedback, i));
        if (strcasestr(explanation, sentence) == NULL) {
            say_folded(screen, 3, sentence);
            any = true;
        }
    }
    say(screen, "%s", any ? "\n" : "");
}

static void write_our_fault(const struct screen *screen, const struct result *result)
{
    say(screen,
        "\n   This is our fault, not yours, and costs no points.\n"
        "   Please report it with the file that caused it: %s\n",
        result->submission);
}

static void write_untouched(const struct screen *screen, const struct result *result,
                            const struct house *house, const struct request *request)
{
    const struct exercise *exercise = result->exercise;
    say(screen, "   read  %s/%s/README.md\n", request->from, exercise->name);
    say(screen, "   edit  %s\n", result->submission);
    say(screen, "   then  %s %s\n", house->command, exercise->number);
}

/* Each row on the virtual machine: its chart and its figures. */
static void write_machines(const struct screen *screen, const struct result *result)
{
    int shown = 0;
    for (int i = 0; i < result->test_count; i++) {
        const struct test *test = &result->tests[i];
        if (test->machine == NULL) {
            continue;
        }
        say(screen, "   ");
        say_in(screen, INK_STRONG, "%s", test->name);
        say(screen, ": %.1f units of time, speedup %.2f on %d cores\n\n",
            json_number_value(json_object_get(test->machine, "makespan")),
            json_number_value(json_object_get(test->machine, "speedup")),
            (int)json_integer_value(json_object_get(test->machine, "cores")));
        write_cores(screen, test->machine);
        if (test->status == STATUS_FAILED) {
            char *words = text_format("%s: %s", test->verdict, test->headline);
            say_folded(screen, 3, words);
            say(screen, "\n");
            free(words);
        }
        shown++;
    }
    if (shown == 0) {
        say(screen, "   This exercise is not judged on the virtual machine.\n");
    }
}

static void write_one(const struct screen *screen, const struct result *result,
                      const struct house *house, const struct request *request, enum view view)
{
    bool judged = result->internal == NULL && result->problem == NULL && result->refused == NULL;
    if (view == VIEW_CORES && judged && !result_untouched(result)) {
        say_in(screen, INK_STRONG, "%s %s", result->exercise->number, result->exercise->slug);
        say(screen, "   what the virtual cores did\n\n");
    } else {
        write_title(screen, result);
    }
    if (result->internal != NULL) {
        say_folded(screen, 3, result->internal);
        write_our_fault(screen, result);
        return;
    }
    if (result->problem != NULL || result->refused != NULL) {
        say_folded(screen, 3, result->problem != NULL ? result->problem : result->refused);
        return;
    }
    if (result_untouched(result) && !request->from_given) {
        write_untouched(screen, result, house, request);
        return;
    }
    write_compiler(screen, result);
    if (view == VIEW_CORES && strcmp(result->verdict, "BUILD") != 0) {
        write_machines(screen, result);
        return;
    }
    const struct test *worst = result_worst(result);
    if (worst != NULL) {
        write_picture(screen, worst);
        char *explanation = text_reflow(worst->explanation);
        say_folded(screen, 3, explanation);
        say(screen, "%s", *explanation ? "\n" : "");
        write_feedback(screen, result, explanation);
        free(explanation);
    } else {
        write_feedback(screen, result, "");
    }
    write_rows(screen, result);
    if (strcmp(result->verdict, "INTERNAL") == 0) {
        write_our_fault(screen, result);
        return;
    }
    write_ways_on(screen, result, house, request);
}

void write_text(FILE *out, const struct results *results, const struct house *house,
                const struct request *request, enum view view)
{
    struct screen screen = screen_on(out, request->plain);
    if (view == VIEW_LIST) {
        write_overview(&screen, results, house, request);
        return;
    }
    for (int i = 0; i < results->count; i++) {
        say(&screen, "%s", i > 0 ? "\n" : "");
        write_one(&screen, &results->item[i], house, request, view);
    }
}
