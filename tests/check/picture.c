/* picture.c - marks the step that went wrong, and draws the schedule. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/finding.h"
#include "interleave/places.h"

enum {
    WIDTH = 76,      /* columns: fits a terminal and a printed page */
    MOST_LINES = 40, /* of one picture; the middle of a longer one is left out */
    KEPT_LINES = 18  /* … but for so many at its start and at its end */
};

/* ---- The step that went wrong ------------------------------------------------ */

static bool is_write(const struct event *event)
{
    return event->kind == EVENT_WRITE || event->kind == EVENT_UPDATE;
}

static bool is_watched(const struct trace *trace, const struct event *event)
{
    for (int i = 0; i < trace->column_count; i++)
        if (event->object >= trace->columns[i].address &&
            event->object < trace->columns[i].address + trace->columns[i].size)
            return true;
    return false;
}

static int last_write(const struct trace *trace, bool watched)
{
    for (int i = trace->count - 1; i >= 0; i--)
        if (trace->events[i].visible && is_write(&trace->events[i]) &&
            (!watched || is_watched(trace, &trace->events[i])))
            return i;
    return -1;
}

static int last_of(const struct trace *trace, enum event_kind kind)
{
    for (int i = trace->count - 1; i >= 0; i--)
        if (trace->events[i].kind == kind)
            return i;
    return -1;
}

/* The last event at one of the race's places, of its thread. */
static int last_access(const struct trace *trace, const struct access *access)
{
    for (int i = trace->count - 1; i >= 0; i--)
        if (trace->events[i].pc == access->pc && trace->events[i].thread == access->thread)
            return i;
    return -1;
}

static int wrong_step(struct trace *trace, const struct finding *finding, const struct race *race)
{
    int wrong = -1;
    switch (finding->verdict) {
    case RACE:
        if (race) {
            int first = last_access(trace, &race->first);
            wrong = last_access(trace, &race->second);
            if (first >= 0)
                trace->events[first].wrong = true;
        }
        return wrong;
    case DEADLOCK:
    case ENDLESS:
        return last_of(trace, EVENT_STUCK);
    case CRASH:
    case LEAK:
        return trace->count - 1;
    default:
        wrong = last_write(trace, true);
        return wrong >= 0 ? wrong : last_write(trace, false);
    }
}

/* The line of the source where the event stands; of an earlier one of its
 * thread when it stands elsewhere. */
static int line_of(const struct trace *trace, int from, const char *source)
{
    for (int i = from; i >= 0; i--) {
        if (trace->events[i].thread != trace->events[from].thread || !trace->events[i].pc)
            continue;
        struct place place = place_of(trace->events[i].pc);
        if (place.line > 0 && strcmp(place.file, source) == 0)
            return place.line;
    }
    return 0;
}

/* What a thread reads and writes of the watched variables belongs in the
 * picture, even where no other thread can come between. */
static void show_watched(struct trace *trace, const char *source)
{
    for (int i = 0; i < trace->count; i++) {
        struct event *event = &trace->events[i];
        if (!event->visible && event->valued && (is_write(event) || event->kind == EVENT_READ) &&
            is_watched(trace, event) && strcmp(place_of(event->pc).file, source) == 0)
            event->visible = true;
    }
}

int picture_mark(struct trace *trace, const struct finding *finding, const struct race *race,
                 const char *source)
{
    if (!finding->at.row->schedule)
        show_watched(trace, source);
    int wrong = wrong_step(trace, finding, race), line = 0;
    if (wrong >= 0) {
        trace->events[wrong].wrong = true;
        line = line_of(trace, wrong, source);
    }
    if (race && line == 0) {
        struct place place = place_of(race->first.pc);
        line = strcmp(place.file, source) == 0 ? place.line : 0;
    }
    return line;
}

/* ---- Drawing -------------------------------------------------------------------- */

static struct trace_style style_of(const struct row *row, bool ascii)
{
    return (struct trace_style){
        .width = WIDTH, .ascii = ascii, .lanes = row->lanes, .letters = row->letters};
}

static int count_lines(const char *text)
{
    int lines = 0;
    for (; *text; text++)
        lines += *text == '\n';
    return lines;
}

static char *line_at(char *text, int line)
{
    while (line > 0 && *text)
        if (*text++ == '\n')
            line--;
    return text;
}

/* Leaves out the middle of a picture that nobody would read. */
static void shorten(char *text, bool ascii)
{
    int lines = count_lines(text), left_out = lines - 2 * KEPT_LINES;
    char note[64];
    if (lines <= MOST_LINES)
        return;
    int size = snprintf(note, sizeof note, "    %s %d more steps %s\n", ascii ? "..." : "⋮",
                        left_out, ascii ? "..." : "⋮");
    char *cut = line_at(text, KEPT_LINES), *rest = line_at(text, lines - KEPT_LINES);
    if (rest - cut < size)
        return;
    memcpy(cut, note, (size_t)size);
    memmove(cut + size, rest, strlen(rest) + 1);
}

static bool has_steps(const struct trace *trace)
{
    for (int i = 0; i < trace->count; i++)
        if (trace->events[i].visible || trace->events[i].wrong)
            return true;
    return false;
}

char *picture_lanes(const struct trace *trace, const struct row *row, bool ascii)
{
    char *text = NULL;
    size_t size = 0;
    struct trace_style style = style_of(row, ascii);
    FILE *out = has_steps(trace) ? open_memstream(&text, &size) : NULL;
    if (!out)
        return NULL;
    trace_lanes(out, trace, &style);
    fclose(out);
    shorten(text, ascii);
    return text;
}

char *picture_gantt(const struct trace *trace, const struct row *row, bool ascii)
{
    char *text = NULL;
    size_t size = 0;
    struct trace_style style = style_of(row, ascii);
    FILE *out = trace->cores > 0 ? open_memstream(&text, &size) : NULL;
    if (!out)
        return NULL;
    trace_gantt(out, trace, &style);
    fclose(out);
    return text;
}
