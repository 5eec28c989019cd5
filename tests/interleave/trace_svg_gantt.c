/* trace_svg_gantt.c - cores over time, drawn.
 *
 *   core 0  ┃▨▨▨ 0 ▨▨▨┃▨▨ 0 ▨▨┃░ waits ░│     busy 20
 *   core 1  ┃▧▧▧▧▧▧ 1 ▧▧▧▧▧▧▧▧▧▧▧▧▧▧▧▧▧▧┃     busy 24
 *           └────┬────┬────┬────┬────┬──┘
 *           0    5   10   15   20  units of work
 *
 * A bar for each piece of work a core did, with its thread's colour, hatch and
 * digit. Pieces too short to be told apart are drawn as one.
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/trace_own.h"

#define LEFT 64.0
#define CHART 490.0
#define RIGHT 156.0
#define BAR 26.0
#define PITCH 36.0     /* from one core to the next */
#define TOP 8.0
#define LEAST_BAR 7.0  /* narrower pieces of work are joined */
#define LEAST_LABEL 12.0

struct bar {
    int thread;        /* or CORE_WAITS */
    uint64_t start, end;
    int64_t units;     /* of work() in it */
};

static double x_of(const struct trace *trace, uint64_t time)
{
    return LEFT + CHART * (double)time / (double)trace->makespan;
}

static double width_of(const struct trace *trace, const struct bar *bar)
{
    return x_of(trace, bar->end) - x_of(trace, bar->start);
}

/* ---- Bars of a core ------------------------------------------------------ */

static int by_start(const void *left, const void *right)
{
    const struct bar *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

/* Does next continue bar, as the eye sees it? */
static bool joins(const struct trace *trace, const struct bar *bar, const struct bar *next)
{
    double gap = x_of(trace, next->start) - x_of(trace, bar->end);
    if (bar->thread != next->thread || gap > 0.5)
        return false;
    bool both_work = bar->units > 0 && next->units > 0;
    return !both_work || width_of(trace, bar) < LEAST_BAR || width_of(trace, next) < LEAST_BAR;
}

/* The bars of a core in order of time; malloc'ed. */
static struct bar *bars_of(const struct trace *trace, int core, int *count)
{
    struct bar *bars = calloc((size_t)trace->count + 1, sizeof *bars);
    int all = 0;
    *count = 0;
    for (int i = 0; bars && i < trace->count; i++) {
        const struct event *event = &trace->events[i];
        bool works = event->kind == EVENT_WORK;
        if (event->core != core || event->end <= event->start ||
            (!works && event->kind != EVENT_WAIT))
            continue;
        bars[all++] = (struct bar){works ? event->thread : CORE_WAITS, event->start, event->end,
                                   works ? event->before : 0};
    }
    if (all > 0)
        qsort(bars, (size_t)all, sizeof *bars, by_start);
    for (int i = 0; i < all; i++) {
        struct bar *last = &bars[*count - 1];
        if (*count > 0 && joins(trace, last, &bars[i])) {
            last->end = bars[i].end > last->end ? bars[i].end : last->end;
            last->units += bars[i].units;
        } else {
            bars[(*count)++] = bars[i];
        }
    }
    return bars;
}

/* ---- Drawing ------------------------------------------------------------- */

static void draw_text(FILE *out, double x, double y, const char *class, const char *anchor,
                      const char *text)
{
    fprintf(out, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" fill=\"%s\" text-anchor=\"%s\">", class,
            x, y, strcmp(class, "ink") == 0 ? INK : MUTED, anchor);
    svg_escaped(out, text);
    fputs("</text>\n", out);
}

static void draw_work(FILE *out, double x, double y, double width, int thread)
{
    char series = series_of(thread);
    fprintf(out,
            "<rect x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\" fill=\"url(#hatch-%c)\" "
            "/>\n<rect class=\"edge-%c\" x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\" "
            "rx=\"2\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" />\n",
            x, y, width, BAR, series, series, x, y, width, BAR, series_colour(thread));
}

/* The sign of a thread in its bar, on a spot of paper so that no hatch crosses it. */
static void draw_sign(FILE *out, const struct trace_style *style, double x, double y, int thread)
{
    char sign[16];
    if (style->letters && thread < 26)
        snprintf(sign, sizeof sign, "%c", 'A' + thread);
    else
        snprintf(sign, sizeof sign, "%d", thread);
    fprintf(out,
            "<circle class=\"paper\" cx=\"%.1f\" cy=\"%.1f\" r=\"8\" fill=\"" PAPER "\" />\n"
            "<text class=\"series-%c\" x=\"%.1f\" y=\"%.1f\" fill=\"%s\" font-weight=\"700\" "
            "text-anchor=\"middle\">%s</text>\n",
            x, y + BAR / 2, series_of(thread), x, y + BAR / 2 + 4.5, series_colour(thread), sign);
}

static void draw_waiting(FILE *out, double x, double y, double width)
{
    fprintf(out,
            "<rect class=\"rule\" x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\" rx=\"2\" "
            "fill=\"none\" stroke=\"" RULE "\" stroke-dasharray=\"3 3\" />\n",
            x, y, width, BAR);
    if (width > 48)
        draw_text(out, x + width / 2, y + BAR / 2 + 4.5, "muted", "middle", "waits");
}

static void draw_core(FILE *out, const struct trace *trace, const struct trace_style *style,
                      int core)
{
    double y = TOP + PITCH * core;
    char label[TEXT_ROOM], busy_units[40], waiting_units[40];
    uint64_t busy, waiting;
    int count;
    struct bar *bars = bars_of(trace, core, &count);
    snprintf(label, sizeof label, "core %d", core);
    draw_text(out, 0, y + BAR / 2 + 4.5, "ink", "start", label);
    for (int i = 0; bars && i < count; i++) {
        double x = x_of(trace, bars[i].start), width = width_of(trace, &bars[i]);
        if (bars[i].thread == CORE_WAITS) {
            draw_waiting(out, x, y, width);
            continue;
        }
        draw_work(out, x, y, width, bars[i].thread);
        if (width >= LEAST_LABEL)
            draw_sign(out, style, x + width / 2, y, bars[i].thread);
    }
    free(bars);
    core_sums(trace, core, &busy, &waiting);
    units_text(busy, busy_units, sizeof busy_units);
    units_text(waiting, waiting_units, sizeof waiting_units);
    snprintf(label, sizeof label, waiting > 0 ? "busy %s, waiting %s" : "busy %s", busy_units,
             waiting_units);
    draw_text(out, LEFT + CHART + 12, y + BAR / 2 + 4.5, "muted", "start", label);
}

static void draw_ruler(FILE *out, const struct trace *trace, double y)
{
    uint64_t step = round_step(trace->makespan, 10);
    fprintf(out, "<path class=\"rule\" d=\"M%.1f %.1fh%.1f", LEFT, y, CHART);
    for (uint64_t time = 0; time <= trace->makespan; time += step)
        fprintf(out, "M%.1f %.1fv5", x_of(trace, time), y);
    fputs("\" fill=\"none\" stroke=\"" RULE "\" />\n", out);
    for (uint64_t time = 0; time <= trace->makespan; time += step) {
        char units[40];
        units_text(time, units, sizeof units);
        draw_text(out, x_of(trace, time), y + 18, "muted", "middle", units);
    }
    draw_text(out, LEFT + CHART + 26, y + 18, "muted", "start", "units of work");
}

static void describe(FILE *out, const struct trace *trace)
{
    char units[40], makespan[40];
    units_text(trace->makespan, makespan, sizeof makespan);
    fprintf(out, "<desc id=\"desc\">%d core%s, %s units of time. ", trace->cores,
            trace->cores == 1 ? "" : "s", makespan);
    for (int core = 0; core < trace->cores; core++) {
        uint64_t busy, waiting;
        core_sums(trace, core, &busy, &waiting);
        units_text(busy, units, sizeof units);
        fprintf(out, "Core %d is busy for %s", core, units);
        units_text(waiting, units, sizeof units);
        if (waiting > 0)
            fprintf(out, " and waits for %s", units);
        fputs(". ", out);
    }
    fputs("</desc>\n", out);
}

void trace_gantt_svg(FILE *out, const struct trace *trace, const struct trace_style *style,
                     const char *title)
{
    if (trace->cores < 1 || trace->makespan == 0)
        return;
    double bottom = TOP + PITCH * trace->cores;
    svg_begin(out, LEFT + CHART + RIGHT, bottom + 26, title);
    describe(out, trace);
    fputs("<g font-family=\"" SANS "\" font-size=\"13\">\n", out);
    for (int core = 0; core < trace->cores; core++)
        draw_core(out, trace, style, core);
    draw_ruler(out, trace, bottom);
    fputs("</g>\n</svg>\n", out);
}
