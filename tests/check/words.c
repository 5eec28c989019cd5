/* words.c - how findings are said: lanes by their names, counts, meanings. */
#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/finding.h"

void finding_free(struct finding *finding)
{
    choices_free(&finding->choices);
    memset(finding, 0, sizeof *finding);
}

const char *row_lane(const struct row *row, int thread, char *text, int room)
{
    const char *lane = row->lanes ? row->lanes : "thread";
    if (row->letters && thread < 26)
        snprintf(text, (size_t)room, "%s %c", lane, 'A' + thread);
    else
        snprintf(text, (size_t)room, "%s %d", lane, thread);
    return text;
}

void lane_words(const struct row *row, const char *from, char *text, int room)
{
    static const char word[] = "thread ";
    size_t used = 0, most = (size_t)room - 1;
    char title[64];
    while (*from && used < most) {
        const char *number = from + sizeof word - 1;
        if (strncmp(from, word, sizeof word - 1) == 0 && isdigit((unsigned char)*number)) {
            char *end;
            row_lane(row, (int)strtol(number, &end, 10), title, sizeof title);
            used += (size_t)snprintf(text + used, most - used + 1, "%s", title);
            from = end;
        } else {
            text[used++] = *from++;
        }
    }
    text[used < most ? used : most] = '\0';
}

void split_message(struct finding *finding, const char *message)
{
    const char *line_end = strchr(message, '\n');
    int size = line_end ? (int)(line_end - message) : (int)strlen(message);
    snprintf(finding->headline, sizeof finding->headline, "%.*s", size, message);
    snprintf(finding->explanation, sizeof finding->explanation, "%s", line_end ? line_end + 1 : "");
}

void explain(struct finding *finding, const char *format, ...)
{
    size_t used = strlen(finding->explanation);
    va_list arguments;
    if (used > 0 && used + 1 < sizeof finding->explanation) {
        strcpy(finding->explanation + used, "\n");
        used++;
    }
    va_start(arguments, format);
    vsnprintf(finding->explanation + used, sizeof finding->explanation - used, format, arguments);
    va_end(arguments);
}

void count_prefix(char *text, int room, const struct answer *answer, uint64_t failing)
{
    text[0] = '\0';
    if (answer->schedules == UINT64_MAX || !answer->counted)
        snprintf(text, (size_t)room, "in some schedules: ");
    else if (answer->schedules > 1)
        snprintf(text, (size_t)room, "%" PRIu64 " of %" PRIu64 " schedules: ", failing,
                 answer->schedules);
}

/* What a verdict means, for a finding that nobody explained; in which chapter
 * the book teaches it, and what to do if the reader is not there yet. */
static const struct meaning {
    enum verdict verdict;
    int chapter;
    const char *meaning, *for_now;
} meanings[] = {
    {RACE, 3,
     "Nothing makes one of the two wait for the other, so no run needs to end as\n"
     "another did: that is a data race.",
     "let each thread write only what no other thread reads or writes."},
    {ATOMICITY, 4,
     "No single step is unprotected, but steps that belong together can be parted:\n"
     "another thread may come between them.",
     "look at where one thread looks, another acts, and the first goes on with what it saw."},
    {DEADLOCK, 4,
     "Each of them waits for something that only another of them can do, so none can\n"
     "ever go on.",
     "see to it that every thread reaches the same barriers, and gives back what it takes."},
    {ENDLESS, 4, "From here on nothing that any thread can do would let it finish.",
     "ask of each loop who changes what it waits for."},
    {LEAK, 4, "A lock that is taken, or prepared, must be given back on every way out.",
     "give back on every way out what was taken."},
    {SERIAL, 2, "The result is right, but one thread does it alone: no region had a team of two.",
     "the team must share the work out."},
    {FALSE_SHARING, 5,
     "Two variables on one cache line cannot be written at once by two cores: the line\n"
     "travels to and fro between them.",
     "let each thread add up in a variable of its own, and combine them at the end."},
};

void explain_verdict(struct finding *finding, int chapter)
{
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        const struct meaning *one = &meanings[i];
        if (one->verdict != finding->verdict)
            continue;
        if (finding->explanation[0] == '\0' || one->verdict == RACE)
            explain(finding, "%s", one->meaning);
        if (chapter < one->chapter && *one->for_now)
            explain(finding, "Chapter %d shows why; for now: %s", one->chapter, one->for_now);
    }
}
