/* trace_bars.c - what the rows of a Gantt chart do, and when.
 *
 * A row is a core. But when threads pause (and need no core meanwhile) a row is
 * a thread: a core's row would show nothing of what the threads are at.
 */
#include <stdlib.h>

#include "interleave/trace_own.h"

bool rows_are_threads(const struct trace *trace)
{
    for (int i = 0; i < trace->count; i++)
        if (trace->events[i].kind == EVENT_PAUSE && trace->events[i].end > trace->events[i].start)
            return true;
    return false;
}

int row_count(const struct trace *trace)
{
    return rows_are_threads(trace) ? trace->threads : trace->cores;
}

void row_label(const struct trace *trace, const struct trace_style *style, int row, char *text,
               size_t room)
{
    if (rows_are_threads(trace))
        lane_title(style, row, text, room);
    else
        snprintf(text, room, "core %d", row);
}

static int by_start(const void *left, const void *right)
{
    const struct bar *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

/* A thread that neither works nor pauses between two bars waits: for a core, a
 * lock, a barrier. */
static void fill_gaps(struct bar *bars, int *count)
{
    int own = *count;
    for (int i = 0; i + 1 < own; i++)
        if (bars[i].end < bars[i + 1].start)
            bars[(*count)++] = (struct bar){ROW_WAITS, bars[i].end, bars[i + 1].start, 0};
    qsort(bars, (size_t)*count, sizeof *bars, by_start);
}

struct bar *row_bars(const struct trace *trace, int row, int *count)
{
    bool threads = rows_are_threads(trace);
    struct bar *bars = calloc(2 * (size_t)trace->count + 1, sizeof *bars);
    *count = 0;
    for (int i = 0; bars && i < trace->count; i++) {
        const struct event *event = &trace->events[i];
        bool works = event->kind == EVENT_WORK;
        if (event->end <= event->start || row != (threads ? event->thread : event->core))
            continue;
        if (works || (event->kind == EVENT_PAUSE && threads) || event->kind == EVENT_WAIT)
            bars[(*count)++] = (struct bar){works                       ? event->thread
                                            : event->kind == EVENT_WAIT ? ROW_WAITS
                                                                        : ROW_PAUSES,
                                            event->start, event->end, works ? event->before : 0};
    }
    if (bars && *count > 0) {
        qsort(bars, (size_t)*count, sizeof *bars, by_start);
        if (threads)
            fill_gaps(bars, count);
    }
    return bars;
}

static uint64_t overlap(const struct bar *bar, uint64_t start, uint64_t end)
{
    uint64_t from = bar->start > start ? bar->start : start;
    uint64_t to = bar->end < end ? bar->end : end;
    return to > from ? to - from : 0;
}

/* The activity from `least` on with the most time, or ROW_IDLE; time is by
 * activity, from ROW_PAUSES on. */
static int longest(const uint64_t *time, int least, uint64_t *most)
{
    int activity = ROW_IDLE;
    *most = 0;
    for (int i = 64 - 1 - ROW_PAUSES; i >= least - ROW_PAUSES; i--)
        if (time[i] > *most) {
            *most = time[i];
            activity = i + ROW_PAUSES;
        }
    return activity;
}

int row_activity(const struct bar *bars, int count, uint64_t start, uint64_t end)
{
    uint64_t time[64 + 3] = {0}, known = 0, busy = 0, most;
    for (int i = 0; i < count && bars[i].start < end; i++) {
        uint64_t shared = overlap(&bars[i], start, end);
        known += shared;
        busy += bars[i].thread >= 0 ? shared : 0;
        if (bars[i].thread < 64)
            time[bars[i].thread - ROW_PAUSES] += shared;
    }
    if (2 * busy > end - start) /* by several threads, maybe: the busiest of them */
        return longest(time, 0, &most);
    int activity = longest(time, ROW_PAUSES, &most);
    return end - start > known && end - start - known > most ? ROW_IDLE : activity;
}

void sums_text(const struct bar *bars, int count, char *text, size_t room)
{
    uint64_t busy = 0, waiting = 0, pausing = 0;
    char units[40], waits[60] = "", pauses[60] = "";
    for (int i = 0; i < count; i++)
        *(bars[i].thread >= 0           ? &busy
          : bars[i].thread == ROW_WAITS ? &waiting
                                        : &pausing) += bars[i].end - bars[i].start;
    units_text(pausing, units, sizeof units);
    if (pausing > 0)
        snprintf(pauses, sizeof pauses, ", pausing %s", units);
    units_text(waiting, units, sizeof units);
    if (waiting > 0)
        snprintf(waits, sizeof waits, ", waiting %s", units);
    units_text(busy, units, sizeof units);
    snprintf(text, room, "busy %s%s%s", units, pauses, waits);
}
