/* trace_gantt.c - cores over time, as text.
 *
 * A cell is an equal span of virtual time and shows what its core did for most
 * of it; but work of half a cell or more is always seen.
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/trace_own.h"

enum { INDENT = 2, MOST_CELLS_A_UNIT = 4 };

struct scale {
    int cells;      /* columns of the chart */
    uint64_t cell;  /* nanoseconds of one */
    uint64_t label; /* nanoseconds between the marks of the ruler */
};

static char activity_sign(int activity)
{
    static const char signs[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    if (activity == ROW_IDLE)
        return ' ';
    if (activity < 0)
        return activity == ROW_WAITS ? '.' : '~';
    return activity < 36 ? signs[activity] : '+';
}

/* Columns of the widest label and of the widest sums. */
static void measure(const struct trace *trace, const struct trace_style *style, int *label_width,
                    int *sums_width)
{
    char text[TEXT_ROOM];
    *label_width = *sums_width = 0;
    for (int row = 0; row < row_count(trace); row++) {
        int count;
        struct bar *bars = row_bars(trace, row, &count);
        row_label(trace, style, row, text, sizeof text);
        *label_width = columns_of(text) > *label_width ? columns_of(text) : *label_width;
        sums_text(bars, count, text, sizeof text);
        *sums_width = columns_of(text) > *sums_width ? columns_of(text) : *sums_width;
        free(bars);
    }
}

/* The smallest cell with which makespan fits into so many of them, among sizes
 * that are easy to think in. */
static uint64_t cell_for(uint64_t makespan, int room)
{
    static const int hundredths[] = {100, 125, 150, 200, 250, 300, 400, 500, 600, 800};
    for (uint64_t power = VIRTUAL_UNIT;; power *= 10)
        for (size_t i = 0; i < sizeof hundredths / sizeof *hundredths; i++) {
            uint64_t cell = power * (uint64_t)hundredths[i] / 100;
            if ((makespan + cell - 1) / cell <= (uint64_t)room)
                return cell;
        }
}

/* Several cells a unit where there is room, else a round number of units a cell. */
static struct scale choose_scale(const struct trace *trace, int room)
{
    uint64_t units = (trace->makespan + VIRTUAL_UNIT - 1) / VIRTUAL_UNIT;
    struct scale scale = {.cell = VIRTUAL_UNIT};
    if (units == 0)
        units = 1;
    if (units <= (uint64_t)room) {
        uint64_t each = (uint64_t)room / units;
        static const int dividing[] = {1, 1, 2, 2, 4}; /* a unit in whole nanoseconds */
        scale.cell =
            VIRTUAL_UNIT / (uint64_t)dividing[each < MOST_CELLS_A_UNIT ? each : MOST_CELLS_A_UNIT];
    } else {
        scale.cell = cell_for(trace->makespan, room);
    }
    scale.cells = (int)((trace->makespan + scale.cell - 1) / scale.cell);
    scale.label = round_step(trace->makespan, scale.cells / 6 > 0 ? scale.cells / 6 : 1);
    return scale;
}

/* Work that was cut in two by the border of cells, and lost in both: it is shown
 * where its middle lies. */
static void show_cut_work(char *cells, const struct bar *bars, int count, const struct scale *scale)
{
    for (int i = 0; i < count; i++) {
        uint64_t length = bars[i].end - bars[i].start;
        uint64_t at = (bars[i].start + length / 2) / scale->cell;
        if (bars[i].thread < 0 || 2 * length < scale->cell || at >= (uint64_t)scale->cells)
            continue;
        if (cells[at] == activity_sign(ROW_WAITS) || cells[at] == activity_sign(ROW_PAUSES))
            cells[at] = activity_sign(bars[i].thread);
    }
}

static void print_row(FILE *out, const struct trace *trace, const struct trace_style *style,
                      int row, int left, const struct scale *scale)
{
    char text[TEXT_ROOM];
    int count;
    struct bar *bars = row_bars(trace, row, &count);
    char *cells = calloc((size_t)scale->cells + 1, 1);
    row_label(trace, style, row, text, sizeof text);
    fprintf(out, "%*s%-*s", INDENT, "", left - INDENT, text);
    for (int cell = 0; cells && cell < scale->cells; cell++) {
        uint64_t start = (uint64_t)cell * scale->cell, end = start + scale->cell;
        if (end > trace->makespan)
            end = trace->makespan;
        cells[cell] = activity_sign(row_activity(bars, count, start, end));
    }
    if (cells)
        show_cut_work(cells, bars, count, scale);
    sums_text(bars, count, text, sizeof text);
    fprintf(out, "%s  %s\n", cells ? cells : "", text);
    free(cells);
    free(bars);
}

static void print_ruler(FILE *out, const struct scale *scale, uint64_t makespan, int left)
{
    char *marks = malloc((size_t)scale->cells + 2), *labels = malloc((size_t)scale->cells + 48);
    if (marks && labels) {
        memset(marks, ' ', (size_t)scale->cells + 1);
        memset(labels, ' ', (size_t)scale->cells + 47);
        int last = 0, label_end = 0;
        for (uint64_t time = 0; time <= makespan; time += scale->label) {
            char units[40];
            int at = (int)(time / scale->cell);
            units_text(time, units, sizeof units);
            int start = at + 1 - columns_of(units);
            start = start < 0 ? 0 : start;
            marks[at] = '|';
            memcpy(labels + start, units, strlen(units));
            last = at;
            label_end = start + (int)strlen(units);
        }
        fprintf(out, "%*s%.*s\n%*s%.*s  units of work\n", left, "", last + 1, marks, left, "",
                label_end, labels);
    }
    free(marks);
    free(labels);
}

void trace_gantt(FILE *out, const struct trace *trace, const struct trace_style *style)
{
    int width = style->width < 40 ? 40 : style->width, label_width, sums_width;
    if (trace->cores < 1 || trace->makespan == 0)
        return;
    measure(trace, style, &label_width, &sums_width);
    int left = INDENT + label_width + 2, room = width - left - 2 - sums_width;
    struct scale scale = choose_scale(trace, room < 10 ? 10 : room);
    for (int row = 0; row < row_count(trace); row++)
        print_row(out, trace, style, row, left, &scale);
    print_ruler(out, &scale, trace->makespan, left);
    if (rows_are_threads(trace))
        fprintf(out, "%*s~ pauses, needs no core   . waits\n", left, "");
}
