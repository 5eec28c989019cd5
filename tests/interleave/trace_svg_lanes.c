/* trace_svg_lanes.c - a schedule, drawn.
 *
 *        buyer A              buyer B             seats
 *    1  ▌if (seats > 0)          │                   1
 *       ▌reads 1                 │
 *    2      │                 ▌if (seats > 0)        1
 *           │                 ▌reads 1
 *
 * A box a step, in its thread's lane; the boxes of a lane hang on a line. Lanes
 * that would make the drawing too wide stand closer: a box may reach into the
 * next lanes, which have nothing in that row. The
 * step that went wrong has a heavy edge and an arrow. A value that a step has
 * changed is bold.
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/trace_own.h"

/* Measures in pixels. Letters of a monospaced font are 0.6 as wide as high. */
#define LETTER 7.9
#define TOP 34.0
#define PAD 20.0 /* of a box: stripe, space left and right of the text */
#define ROW 28.0
#define EFFECT 18.0 /* what a second line of text adds to a row */
#define ROW_GAP 7.0
#define LANE_GAP 22.0
#define VALUE_GAP 20.0
#define LEAST_PITCH 60.0
#define MOST_LANES 600.0 /* width of all lanes: what a page of the book has room for */

struct drawing {
    FILE *out;
    const struct trace *trace;
    const struct trace_style *style;
    struct steps steps;
    struct words *words;
    double gutter; /* arrow and number */
    double lane_start[64], lane_width[64];
    double value_end[8];
    double width, height;
};

static double larger(double a, double b) { return a > b ? a : b; }

static double row_height(const struct words *words)
{
    return ROW + (words->what[0] && words->effect[0] ? EFFECT : 0);
}

/* ---- Measuring ----------------------------------------------------------- */

static void measure_lanes(struct drawing *drawing)
{
    const struct steps *steps = &drawing->steps;
    char title[TEXT_ROOM];
    for (int i = 0; i < steps->lane_count; i++) {
        lane_title(drawing->style, steps->lanes[i], title, sizeof title);
        drawing->lane_width[i] = columns_of(title) * LETTER + PAD;
    }
    drawing->height = TOP;
    for (int i = 0; i < steps->count; i++) {
        const struct event *event = steps->rows[i].event;
        struct words *words = &drawing->words[i];
        if (event) {
            event_words(event, drawing->style, words);
            double *width = &drawing->lane_width[steps->lane_of[event->thread]];
            *width = larger(*width, columns_of(words->what) * LETTER + PAD);
            *width = larger(*width, columns_of(words->effect) * LETTER + PAD);
        }
        drawing->height += row_height(words) + ROW_GAP;
    }
}

static void measure_values(struct drawing *drawing)
{
    const struct trace *trace = drawing->trace;
    char text[64];
    for (int column = 0; column < trace->column_count; column++) {
        const struct column *watched = &trace->columns[column];
        int columns = columns_of(watched->name);
        for (int i = 0; i < drawing->steps.count; i++) {
            if (drawing->steps.rows[i].number == 0)
                continue;
            value_text(drawing->steps.rows[i].event->columns[column], watched->size, watched->type,
                       text, sizeof text);
            columns = columns_of(text) > columns ? columns_of(text) : columns;
        }
        drawing->width += VALUE_GAP + columns * LETTER;
        drawing->value_end[column] = drawing->width;
    }
}

static void place_lanes(struct drawing *drawing)
{
    int count = drawing->steps.lane_count;
    double total = 0, widest = 0, at = drawing->gutter, least = LEAST_PITCH;
    char title[TEXT_ROOM];
    for (int i = 0; i < count; i++) {
        lane_title(drawing->style, drawing->steps.lanes[i], title, sizeof title);
        least = larger(least, columns_of(title) * LETTER + LANE_GAP);
        total += drawing->lane_width[i] + (i > 0 ? LANE_GAP : 0);
        widest = larger(widest, drawing->lane_width[i]);
    }
    bool close = count > 1 && total > MOST_LANES;
    double pitch = close ? larger((MOST_LANES - widest) / (count - 1), least) : 0;
    for (int i = 0; i < count; i++) {
        drawing->lane_start[i] = at;
        drawing->width = larger(drawing->width, at + drawing->lane_width[i]);
        at += close ? pitch : drawing->lane_width[i] + LANE_GAP;
    }
}

static void measure(struct drawing *drawing)
{
    int digits = 1;
    for (int number = drawing->steps.last_number; number >= 10; number /= 10)
        digits++;
    drawing->gutter = 18 + digits * LETTER + 10;
    measure_lanes(drawing);
    place_lanes(drawing);
    measure_values(drawing);
    drawing->width += 2;
}

/* ---- Drawing ------------------------------------------------------------- */

static void text_at(FILE *out, double x, double y, const char *class, const char *colour,
                    const char *more, const char *text)
{
    fprintf(out, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" fill=\"%s\"%s>", class, x, y, colour,
            more);
    svg_escaped(out, text);
    fputs("</text>\n", out);
}

static void describe(struct drawing *drawing)
{
    char title[TEXT_ROOM];
    fputs("<desc id=\"desc\">", drawing->out);
    for (int i = 0; i < drawing->steps.count; i++) {
        const struct step_row *row = &drawing->steps.rows[i];
        if (!row->event) {
            fprintf(drawing->out, "%d steps not shown. ", row->left_out);
            continue;
        }
        const struct words *words = &drawing->words[i];
        lane_title(drawing->style, row->event->thread, title, sizeof title);
        if (row->number > 0)
            fprintf(drawing->out, "Step %d, ", row->number);
        svg_escaped(drawing->out, title);
        fputs(": ", drawing->out);
        svg_escaped(drawing->out, words->what);
        fputs(words->what[0] && words->effect[0] ? ", " : "", drawing->out);
        svg_escaped(drawing->out, words->effect);
        fputs(row->event->wrong ? "; here it goes wrong. " : ". ", drawing->out);
    }
    fputs("</desc>\n", drawing->out);
}

static void draw_titles(struct drawing *drawing)
{
    char title[TEXT_ROOM], colour[32];
    for (int i = 0; i < drawing->steps.lane_count; i++) {
        int thread = drawing->steps.lanes[i];
        double x = drawing->lane_start[i];
        lane_title(drawing->style, thread, title, sizeof title);
        snprintf(colour, sizeof colour, "series-%c", series_of(thread));
        text_at(drawing->out, x, 16, colour, series_colour(thread), " font-weight=\"700\"", title);
        fprintf(drawing->out,
                "<path class=\"edge-%c\" d=\"M%.1f %.1fV%.1f\" stroke=\"%s\" stroke-width=\"1.5\" "
                "fill=\"none\" />\n",
                series_of(thread), x + 4, TOP - 10, drawing->height - ROW_GAP,
                series_colour(thread));
    }
    for (int column = 0; column < drawing->trace->column_count; column++)
        text_at(drawing->out, drawing->value_end[column], 16, "muted", MUTED,
                " text-anchor=\"end\"", drawing->trace->columns[column].name);
}

static void draw_box(struct drawing *drawing, const struct event *event, double y, double height)
{
    int lane = drawing->steps.lane_of[event->thread];
    double x = drawing->lane_start[lane], width = drawing->lane_width[lane];
    char series = series_of(event->thread);
    fprintf(drawing->out,
            "<rect class=\"paper %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
            "rx=\"4\" fill=\"" PAPER "\" stroke=\"%s\" stroke-width=\"%s\" />\n",
            event->wrong ? "edge-ink" : "rule", x, y, width, height, event->wrong ? INK : RULE,
            event->wrong ? "2.5" : "1");
    fprintf(drawing->out,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"%.1f\" "
            "fill=\"url(#hatch-%c)\" />\n"
            "<path class=\"edge-%c\" d=\"M%.1f %.1fv%.1f\" stroke=\"%s\" stroke-width=\"2\" />\n",
            x + 1.5, y + 2, height - 4, series, series, x + 9.5, y + 2, height - 4,
            series_colour(event->thread));
}

static void draw_values(struct drawing *drawing, int index, double baseline)
{
    const struct event *event = drawing->steps.rows[index].event, *before = NULL;
    for (int i = index - 1; i >= 0 && !before; i--)
        if (drawing->steps.rows[i].number > 0)
            before = drawing->steps.rows[i].event;
    const int64_t *old = before ? before->columns : drawing->trace->initial;
    for (int column = 0; column < drawing->trace->column_count; column++) {
        const struct column *watched = &drawing->trace->columns[column];
        char text[64];
        bool changed = event->columns[column] != old[column];
        value_text(event->columns[column], watched->size, watched->type, text, sizeof text);
        text_at(drawing->out, drawing->value_end[column], baseline, "ink", INK,
                changed ? " text-anchor=\"end\" font-weight=\"700\"" : " text-anchor=\"end\"",
                text);
    }
}

static void draw_step(struct drawing *drawing, int index, double y)
{
    const struct step_row *row = &drawing->steps.rows[index];
    const struct words *words = &drawing->words[index];
    double baseline = y + 18.5, height = row_height(words);
    if (!row->event) {
        char text[64];
        snprintf(text, sizeof text, "%d step%s not shown", row->left_out,
                 row->left_out == 1 ? "" : "s");
        text_at(drawing->out, drawing->gutter + 18, baseline, "muted", MUTED, "", text);
        return;
    }
    double x = drawing->lane_start[drawing->steps.lane_of[row->event->thread]] + 15;
    draw_box(drawing, row->event, y, height);
    if (row->number > 0) {
        char number[16];
        snprintf(number, sizeof number, "%d", row->number);
        text_at(drawing->out, drawing->gutter - 10, baseline, "muted", MUTED,
                " text-anchor=\"end\"", number);
        draw_values(drawing, index, baseline);
    }
    if (row->event->wrong)
        fprintf(drawing->out,
                "<path class=\"ink\" d=\"M2 %.1fh6v-4l7 6 -7 6v-4h-6z\" fill=\"" INK "\" />\n",
                y + 11);
    text_at(drawing->out, x, baseline, "ink", INK, "",
            words->what[0] ? words->what : words->effect);
    if (words->what[0] && words->effect[0])
        text_at(drawing->out, x, baseline + EFFECT, "ink", INK, " font-weight=\"700\"",
                words->effect);
}

void trace_lanes_svg(FILE *out, const struct trace *trace, const struct trace_style *style,
                     const char *title)
{
    struct drawing drawing = {.out = out, .trace = trace, .style = style};
    steps_select(&drawing.steps, trace, style);
    drawing.words = calloc((size_t)drawing.steps.count + 1, sizeof *drawing.words);
    if (drawing.words && drawing.steps.rows) {
        measure(&drawing);
        svg_begin(out, drawing.width, drawing.height, title);
        describe(&drawing);
        /* Ligatures would merge -> and -- into signs that C does not have. */
        fprintf(out, "<g font-family=\"" MONO "\" font-size=\"13\" "
                     "style=\"font-variant-ligatures: none\">\n");
        draw_titles(&drawing);
        double y = TOP;
        for (int i = 0; i < drawing.steps.count; i++) {
            draw_step(&drawing, i, y);
            y += row_height(&drawing.words[i]) + ROW_GAP;
        }
        fputs("</g>\n</svg>\n", out);
    }
    free(drawing.words);
    steps_free(&drawing.steps);
}
