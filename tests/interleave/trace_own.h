/* trace_own.h - what the pictures of a trace share.
 *
 * trace.c        the record itself
 * trace_words.c  what one event says
 * trace_which.c  and of which variable
 * trace_lanes.c  a schedule as lanes of text
 * trace_bars.c   the rows of a Gantt chart
 * trace_gantt.c  cores over time, as text
 * trace_svg.c    what the drawings share
 * trace_svg_lanes.c, trace_svg_gantt.c   the same two, drawn
 * trace_json.c   for other programs
 */
#ifndef INTERLEAVE_TRACE_OWN_H
#define INTERLEAVE_TRACE_OWN_H

#include <stddef.h>

#include "interleave/trace.h"

enum { TEXT_ROOM = 256, VIRTUAL_UNIT = 1000 };

/* ---- Words (trace_words.c) ---- */

/* An event in two parts, as a lane shows them: what the program says and what
 * that did: "if (t->seats > 0)" and "reads 1". Either may be empty. */
struct words {
    char what[TEXT_ROOM];
    char effect[TEXT_ROOM];
};
void event_words(const struct event *event, const struct trace_style *style, struct words *words);

/* " seats:" where the event's statement, what, does not tell alone; else "". */
void which_text(const struct event *event, const char *what, char *text, size_t room);

/* "thread 0", "buyer A". */
void lane_title(const struct trace_style *style, int thread, char *text, size_t room);

/* Raw bytes of an event or a column as its author would write them. */
void value_text(int64_t raw, uint32_t size, char type, char *text, size_t room);

/* Virtual time in units: "20", "20.4". */
void units_text(uint64_t nanoseconds, char *text, size_t room);

/* Terminal columns of UTF-8 text. */
int columns_of(const char *text);

/* ---- Steps (trace.c) ---- */

/* Does the event count as a step of the schedule? To stand for ever is none. */
bool is_step(const struct event *event);

/* The events that a picture of a schedule shows, in order. */
struct step_row {
    const struct event *event; /* NULL: `left_out` steps are not shown here */
    int number;                /* of the visible step, 1 …; 0: not a step */
    int left_out;
};
struct steps {
    struct step_row *rows; /* malloc'ed */
    int count;
    int last_number; /* number of the last visible step */
    int lanes[64];   /* slots that have something to show, ascending */
    int lane_count;
    int lane_of[64]; /* slot to its place in lanes, -1 none */
};
void steps_select(struct steps *steps, const struct trace *trace, const struct trace_style *style);
void steps_free(struct steps *steps);

/* ---- Time (trace_bars.c) ---- */

/* What a row of a Gantt chart does from start to end. */
struct bar {
    int thread; /* the slot at work, or ROW_WAITS, ROW_PAUSES */
    uint64_t start, end;
    int64_t units; /* of work() in it */
};
enum { ROW_IDLE = -1, ROW_WAITS = -2, ROW_PAUSES = -3 };

bool rows_are_threads(const struct trace *trace);
int row_count(const struct trace *trace);
void row_label(const struct trace *trace, const struct trace_style *style, int row, char *text,
               size_t room);

/* The bars of a row in order of time; malloc'ed. */
struct bar *row_bars(const struct trace *trace, int row, int *count);

/* What a row did for most of a span of time. */
int row_activity(const struct bar *bars, int count, uint64_t start, uint64_t end);

/* "busy 20, waiting 3". */
void sums_text(const struct bar *bars, int count, char *text, size_t room);

/* A round number of units of virtual time, so that at most `most` of them
 * reach to the makespan: 1, 2, 5, 10, 20 … */
uint64_t round_step(uint64_t makespan, int most);

/* ---- Drawings (trace_svg.c) ---- */

/* Writes text with & < > " as SVG wants them. */
void svg_escaped(FILE *out, const char *text);

/* Begins a drawing of that size: <svg>, <title>, and the hatches of the series. */
void svg_begin(FILE *out, double width, double height, const char *title);

/* Series of a thread: 'a' … 'd'; and its print colour. */
char series_of(int thread);
const char *series_colour(int thread);

/* Print colours of the classes. */
#define INK "#1f2328"
#define MUTED "#59636e"
#define RULE "#c4ccd4"
#define PAPER "#ffffff"
#define MONO "'JetBrains Mono', 'DejaVu Sans Mono', monospace"
#define SANS "'Open Sans', 'DejaVu Sans', sans-serif"

#endif
