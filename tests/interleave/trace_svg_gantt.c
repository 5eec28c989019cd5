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

#define LEFT 76.0
#define CHART 450.0
#define RIGHT 210.0
#define BAR 26.0
#define PITCH 36.0 /* from one row to the next */
#define TOP 8.0
#define LEAST_BAR 7.0 /* narrower pieces of work are joined */
#define LEAST_LABEL 20.0

static double x_of(const struct trace *trace, uint64_t time)
{
    return LEFT + CHART * (double)time / (double)trace->makespan;
}

static double width_of(const struct trace *trace, const struct bar *bar)
{
    return x_of(trace, bar->end) - x_of(trace, bar->start);
}

/* ---- Bars ---- */

/* Does next continue bar, as the eye sees it? */
static bool joins(const struct trace *trace, const struct bar *bar, const struct bar *next)
{
    double gap = x_of(trace, next->start) - x_of(trace, bar->end);
    if (bar->thread != next->thread || gap > 0.5)
        return false;
    bool both_work = bar->units > 0 && next->units > 0;
    return !both_work || width_of(trace, bar) < LEAST_BAR || width_of(trace, next) < LEAST_BAR;
}

/* Joins the bars of a row that look like one. */
static void join_bars(const struct trace *trace, struct bar *bars, int *count)
{
    int all = *count;
    *count = 0;
    for (int i = 0; i < all; i++) {
        struct bar *last = &bars[*count - 1];
        if (*count > 0 && joins(trace, last, &bars[i])) {
            last->end = bars[i].end > last->end ? bars[i].end : last->end;
            last->units += bars[i].units;
        } else {
            bars[(*count)++] = bars[i];
        }
    }
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

/* Waiting, or a pause: an empty frame with a word. */
static void draw_rest(FILE *out, double x, double y, double width, const char *word)
{
    fprintf(out,
            "<rect class=\"rule\" x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\" rx=\"2\" "
            "fill=\"none\" stroke=\"" RULE "\" stroke-dasharray=\"3 3\" />\n",
            x, y, width, BAR);
    if (width > 52)
        draw_text(out, x + width / 2, y + BAR / 2 + 4.5, "muted", "middle", word);
}

static void draw_row(FILE *out, const struct trace *trace, const struct trace_style *style, int row)
{
    double y = TOP + PITCH * row;
    char text[TEXT_ROOM];
    int count;
    struct bar *bars = row_bars(trace, row, &count);
    row_label(trace, style, row, text, sizeof text);
    draw_text(out, 0, y + BAR / 2 + 4.5, "ink", "start", text);
    sums_text(bars, count, text, sizeof text);
    draw_text(out, LEFT + CHART + 12, y + BAR / 2 + 4.5, "muted", "start", text);
    join_bars(trace, bars, &count);
    for (int i = 0; bars && i < count; i++) {
        double x = x_of(trace, bars[i].start), width = width_of(trace, &bars[i]);
        if (bars[i].thread < 0) {
            draw_rest(out, x, y, width, bars[i].thread == ROW_WAITS ? "waits" : "pauses");
            continue;
        }
        draw_work(out, x, y, width, bars[i].thread);
        if (width >= LEAST_LABEL)
            draw_sign(out, style, x + width / 2, y, bars[i].thread);
    }
    free(bars);
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

static void describe(FILE *out, const struct trace *trace, const struct trace_style *style)
{
    char text[TEXT_ROOM];
    units_text(trace->makespan, text, sizeof text);
    fprintf(out, "<desc id=\"desc\">%d core%s, %s units of time. ", trace->cores,
            trace->cores == 1 ? "" : "s", text);
    for (int row = 0; row < row_count(trace); row++) {
        int count;
        struct bar *bars = row_bars(trace, row, &count);
        row_label(trace, style, row, text, sizeof text);
        svg_escaped(out, text);
        sums_text(bars, count, text, sizeof text);
        fprintf(out, ": %s. ", text);
        free(bars);
    }
    fputs("</desc>\n", out);
}

void trace_gantt_svg(FILE *out, const struct trace *trace, const struct trace_style *style,
                     const char *title)
{
    if (trace->cores < 1 || trace->makespan == 0)
        return;
    double bottom = TOP + PITCH * row_count(trace);
    svg_begin(out, LEFT + CHART + RIGHT, bottom + 26, title);
    describe(out, trace, style);
    fputs("<g font-family=\"" SANS "\" font-size=\"13\">\n", out);
    for (int row = 0; row < row_count(trace); row++)
        draw_row(out, trace, style, row);
    draw_ruler(out, trace, bottom);
    fputs("</g>\n</svg>\n", out);
}
