#include "grade/overview.h"

#include <stdlib.h>
#include <string.h>

#include "grade/text.h"

#define LINES 14 /* of exercises: with title and next step a screen of 20 */

struct tally {
    int solved, score, points, internal;
    const struct result *next; /* the first that is not solved */
};

static struct tally count_up(const struct results *results)
{
    struct tally tally = {0};
    for (int i = 0; i < results->count; i++) {
        const struct result *result = &results->item[i];
        bool passes = result_passes(result);
        tally.solved += passes;
        tally.score += result->score;
        tally.points += result->points;
        tally.internal += result->internal != NULL;
        if (!passes && tally.next == NULL) {
            tally.next = result;
        }
    }
    return tally;
}

/* What stands right of the points: one line, cut to the screen. */
static char *remark(const struct result *result)
{
    if (result->internal != NULL) {
        return text_format("INTERNAL: %.*s", (int)strcspn(result->internal, "\n"),
                           result->internal);
    }
    if (result->problem != NULL) {
        return text_format("NOT GRADED: %s", result->problem_short);
    }
    if (result_passes(result)) {
        return text_copy("PASS");
    }
    if (result_untouched(result)) {
        return text_copy("not started");
    }
    const struct test *worst = result_worst(result);
    const char *words =
        worst != NULL && *worst->headline ? worst->headline : verdict_sentence(result->verdict);
    return text_format("%s: %.*s", result->verdict, (int)strcspn(words, "\n"), words);
}

static int slug_columns(const struct results *results)
{
    size_t widest = 0;
    for (int i = 0; i < results->count; i++) {
        size_t length = strlen(results->item[i].exercise->slug);
        widest = length > widest ? length : widest;
    }
    return (int)widest;
}

/* " ✗ 42 atomic-capture  ★★     4/10  ATOMICITY: 4 of 6 schedules …" */
static void write_line(const struct screen *screen, const struct result *result, int columns)
{
    bool passes = result_passes(result);
    bool idle = result_untouched(result);
    bool judged = *result->verdict != '\0';
    enum ink ink = passes ? INK_GOOD : idle ? INK_QUIET : judged ? INK_BAD : INK_WARN;
    say(screen, " ");
    say_in(screen, ink, "%s", passes ? "✓" : idle ? "·" : judged ? "✗" : "!");
    say(screen, " %s %-*s  ", result->exercise->number, columns, result->exercise->slug);
    for (int star = 0; star < 4; star++) {
        say(screen, "%s", star < result->stars ? "★" : " ");
    }
    if (result->points > 0) {
        say(screen, " %3d/%-3d  ", result->score, result->points);
    } else {
        say(screen, "          ");
    }
    char *words = remark(result);
    say_cut(screen, words, screen->width - columns - 22, false);
    say(screen, "\n");
    free(words);
}

/* The exercises of the chapter that begins at first, when none is begun. */
static int untouched_chapter(const struct results *results, int first)
{
    int end = first;
    int chapter = results->item[first].exercise->chapter;
    while (end < results->count && results->item[end].exercise->chapter == chapter) {
        if (!result_untouched(&results->item[end])) {
            return 0;
        }
        end++;
    }
    return end - first;
}

static void write_chapter(const struct screen *screen, const struct results *results, int first,
                          int count)
{
    say(screen, " ");
    say_in(screen, INK_QUIET, "·");
    say(screen, " chapter %d:", results->item[first].exercise->chapter);
    for (int i = first; i < first + count; i++) {
        say(screen, " %s", results->item[i].exercise->number);
    }
    say(screen, "  not started\n");
}

static void write_table(const struct screen *screen, const struct results *results,
                        const struct result *next)
{
    int columns = slug_columns(results);
    for (int i = 0; i < results->count; i++) {
        const struct result *result = &results->item[i];
        int chapter = untouched_chapter(results, i);
        bool starts = i == 0 || result->exercise->chapter != results->item[i - 1].exercise->chapter;
        bool holds_next = next != NULL && next->exercise->chapter == result->exercise->chapter;
        if (results->count > LINES && starts && chapter > 1 && !holds_next) {
            write_chapter(screen, results, i, chapter);
            i += chapter - 1;
        } else {
            write_line(screen, result, columns);
        }
    }
}

static void write_next(const struct screen *screen, const struct tally *tally,
                       const struct house *house, const struct request *request)
{
    const struct result *next = tally->next;
    const char *number = next->exercise->number;
    if (next->internal != NULL || next->problem != NULL) {
        say(screen, "%s %s says what is wrong with %s.\n", house->command, number,
            next->submission);
        return;
    }
    if (!result_untouched(next)) {
        say(screen, "Next: %s %s shows what fails; %s hint %s helps.\n", house->command, number,
            house->command, number);
        return;
    }
    say_in(screen, INK_STRONG, "%s exercise %s, %s.\n",
           tally->score == 0 ? "Start here:" : "Next:", number, next->exercise->slug);
    say(screen, "  read  %s/%s/README.md\n", request->from, next->exercise->name);
    say(screen, "  edit  %s\n", next->submission);
    say(screen, "  then  %s %s      (stuck? %s hint %s)\n", house->command, number, house->command,
        number);
}

void write_overview(const struct screen *screen, const struct results *results,
                    const struct house *house, const struct request *request)
{
    struct tally tally = count_up(results);
    say_in(screen, INK_STRONG, "Four Cores, One Seat");
    say(screen, "   %d of %d solved, %d of %d points\n", tally.solved, results->count, tally.score,
        tally.points);
    write_table(screen, results, tally.next);
    if (tally.internal > 0) {
        say(screen, "\nINTERNAL is our fault, not yours, and costs no points.\n");
    }
    if (!request->from_given && tally.next != NULL) {
        say(screen, "\n");
        write_next(screen, &tally, house, request);
    } else if (tally.next == NULL) {
        say(screen, "\nAll solved. Every one of them is right in every schedule that matters.\n");
    }
}
