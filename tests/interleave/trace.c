/* trace.c - the record of one execution, and what every picture asks of it. */
#include "interleave/trace.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/hash.h"
#include "interleave/trace_own.h"

/* Without a wish of the caller's, so many steps are shown: a screen or two. The
 * first ones show how it began; the last ones, where it went wrong. */
enum { MOST_STEPS = 60, FIRST_STEPS = 12, NEAR_WRONG = 6 };

struct event *trace_append(struct trace *trace)
{
    if (trace->count == trace->room) {
        int room = trace->room > 0 ? 2 * trace->room : 256;
        struct event *grown = realloc(trace->events, (size_t)room * sizeof *grown);
        if (!grown)
            abort();
        trace->events = grown;
        trace->room = room;
    }
    struct event *event = &trace->events[trace->count++];
    *event = (struct event){.core = -1};
    return event;
}

/* Where the text is, or a free place. */
static char **find_kept(const struct trace *trace, const char *text)
{
    size_t mask = trace->kept_room - 1, at = hash_block(text, strlen(text), 0) & mask;
    while (trace->kept[at] && strcmp(trace->kept[at], text) != 0)
        at = (at + 1) & mask;
    return &trace->kept[at];
}

static void grow_kept(struct trace *trace)
{
    char **old = trace->kept;
    size_t room = trace->kept_room;
    trace->kept_room = room ? 2 * room : 64;
    trace->kept = calloc(trace->kept_room, sizeof *old);
    if (!trace->kept)
        abort();
    for (size_t i = 0; i < room; i++)
        if (old[i])
            *find_kept(trace, old[i]) = old[i];
    free(old);
}

const char *trace_keep(struct trace *trace, const char *text)
{
    if (2 * trace->kept_count >= trace->kept_room)
        grow_kept(trace);
    char **at = find_kept(trace, text);
    if (!*at) {
        *at = strdup(text);
        if (!*at)
            abort();
        trace->kept_count++;
    }
    return *at;
}

void trace_clear(struct trace *trace)
{
    struct event *events = trace->events;
    int room = trace->room;
    for (size_t i = 0; i < trace->kept_room; i++)
        free(trace->kept[i]);
    free(trace->kept);
    *trace = (struct trace){.events = events, .room = room};
}

void trace_free(struct trace *trace)
{
    trace_clear(trace);
    free(trace->events);
    *trace = (struct trace){0};
}

/* ---- Steps --------------------------------------------------------------- */

bool is_step(const struct event *event) { return event->visible && event->kind != EVENT_STUCK; }

static bool is_shown(const struct event *event, const struct trace_style *style)
{
    return event->visible || event->wrong || event->kind == EVENT_STUCK || style->everything;
}

/* Is row kept when only `most` of count can be? */
static bool is_kept(const struct steps *steps, int row, int most)
{
    int first = most < MOST_STEPS ? most / 5 : FIRST_STEPS;
    if (row < first || row >= steps->count - (most - first))
        return true;
    for (int i = row - NEAR_WRONG; i <= row + NEAR_WRONG; i++)
        if (i >= 0 && i < steps->count && steps->rows[i].event && steps->rows[i].event->wrong)
            return true;
    return false;
}

/* Leaves out the middle of a long schedule. */
static void leave_out(struct steps *steps, int most)
{
    if (steps->count <= most + 1)
        return;
    struct step_row *rows = calloc((size_t)steps->count, sizeof *rows);
    int count = 0;
    for (int i = 0; rows && i < steps->count; i++) {
        if (is_kept(steps, i, most))
            rows[count++] = steps->rows[i];
        else if (count > 0 && !rows[count - 1].event)
            rows[count - 1].left_out++;
        else
            rows[count++] = (struct step_row){.left_out = 1};
    }
    if (!rows)
        return;
    free(steps->rows);
    steps->rows = rows;
    steps->count = count;
}

void steps_select(struct steps *steps, const struct trace *trace, const struct trace_style *style)
{
    *steps = (struct steps){.rows = calloc((size_t)trace->count + 1, sizeof *steps->rows)};
    bool has_lane[64] = {false};
    for (int i = 0; steps->rows && i < trace->count; i++) {
        const struct event *event = &trace->events[i];
        int number = is_step(event) ? ++steps->last_number : 0;
        if (!is_shown(event, style) || event->thread < 0 || event->thread > 63)
            continue;
        has_lane[event->thread] = true;
        steps->rows[steps->count++] = (struct step_row){.event = event, .number = number};
    }
    for (int slot = 0; slot < 64; slot++) {
        steps->lane_of[slot] = has_lane[slot] ? steps->lane_count : -1;
        if (has_lane[slot])
            steps->lanes[steps->lane_count++] = slot;
    }
    leave_out(steps, style->most > 0 ? style->most : MOST_STEPS);
}

void steps_free(struct steps *steps)
{
    free(steps->rows);
    steps->rows = NULL;
}

/* ---- Time ---------------------------------------------------------------- */

uint64_t round_step(uint64_t makespan, int most)
{
    static const int factors[] = {1, 2, 5};
    uint64_t power = VIRTUAL_UNIT;
    for (;; power *= 10)
        for (int i = 0; i < 3; i++) {
            uint64_t step = power * (uint64_t)factors[i];
            if (most < 1 || (makespan + step - 1) / step <= (uint64_t)most)
                return step;
        }
}
