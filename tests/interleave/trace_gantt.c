/* trace_gantt.c - cores over time, as text.
 *
 * A cell is an equal span of virtual time and shows what its core did for most
 * of it.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/trace_own.h"

enum { LEFT = 10, MOST_CELLS_A_UNIT = 4 }; /* "  core 12 " */

struct scale {
    int cells;          /* columns of the chart */
    uint64_t cell;      /* nanoseconds of one */
    uint64_t label;     /* nanoseconds between the marks of the ruler */
};

static char activity_sign(int activity)
{
    static const char signs[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    if (activity == CORE_IDLE)
        return ' ';
    if (activity == CORE_WAITS)
        return '.';
    return activity < 36 ? signs[activity] : '+';
}

static void sums_text(const struct trace *trace, int core, char *text, size_t room)
{
    char busy_units[40], waiting_units[40];
    uint64_t busy, waiting;
    core_sums(trace, core, &busy, &waiting);
    units_text(busy, busy_units, sizeof busy_units);
    units_text(waiting, waiting_units, sizeof waiting_units);
    if (waiting > 0)
        snprintf(text, room, "busy %s, waiting %s", busy_units, waiting_units);
    else
        snprintf(text, room, "busy %s", busy_units);
}

static int sums_width(const struct trace *trace)
{
    char text[TEXT_ROOM];
    int width = 0;
    for (int core = 0; core < trace->cores; core++) {
        sums_text(trace, core, text, sizeof text);
        int columns = columns_of(text);
        width = columns > width ? columns : width;
    }
    return width;
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
        scale.cell = VIRTUAL_UNIT / (uint64_t)dividing[each < MOST_CELLS_A_UNIT ? each : MOST_CELLS_A_UNIT];
    } else {
        scale.cell = cell_for(trace->makespan, room);
    }
    scale.cells = (int)((trace->makespan + scale.cell - 1) / scale.cell);
    scale.label = round_step(trace->makespan, scale.cells / 8 > 0 ? scale.cells / 8 : 1);
    return scale;
}

static void print_core(FILE *out, const struct trace *trace, int core, const struct scale *scale)
{
    char sums[TEXT_ROOM];
    sums_text(trace, core, sums, sizeof sums);
    fprintf(out, "  core %-2d ", core);
    for (int cell = 0; cell < scale->cells; cell++) {
        uint64_t start = (uint64_t)cell * scale->cell, end = start + scale->cell;
        if (end > trace->makespan)
            end = trace->makespan;
        fputc(activity_sign(core_activity(trace, core, start, end)), out);
    }
    fprintf(out, "  %s\n", sums);
}

static void print_ruler(FILE *out, const struct scale *scale, uint64_t makespan)
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
        fprintf(out, "%*s%.*s\n%*s%.*s  units of work\n", LEFT, "", last + 1, marks, LEFT, "",
                label_end, labels);
    }
    free(marks);
    free(labels);
}

void trace_gantt(FILE *out, const struct trace *trace, const struct trace_style *style)
{
    int width = style->width < 40 ? 40 : style->width;
    int room = width - LEFT - 2 - sums_width(trace);
    if (trace->cores < 1 || trace->makespan == 0)
        return;
    struct scale scale = choose_scale(trace, room < 10 ? 10 : room);
    for (int core = 0; core < trace->cores; core++)
        print_core(out, trace, core, &scale);
    print_ruler(out, &scale, trace->makespan);
}
