/* trace.h - the record of one execution, and its pictures.
 *
 * The runtime appends events while a program runs under a recording policy
 * (replay, machine). Afterwards the pictures are drawn from the record alone.
 * Times are virtual nanoseconds; they are 0 outside the virtual machine.
 */
#ifndef INTERLEAVE_TRACE_H
#define INTERLEAVE_TRACE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum event_kind {
    EVENT_READ,    /* before = the value read */
    EVENT_WRITE,   /* before, after */
    EVENT_UPDATE,  /* atomic read-modify-write: before, after */
    EVENT_ACQUIRE, /* a lock or critical section was entered */
    EVENT_RELEASE,
    EVENT_TRY_FAILED, /* omp_test_lock returned 0 */
    EVENT_CHUNK,      /* a loop chunk was handed out: before = first, after = end */
    EVENT_SECTION,    /* before = its number, 1 … */
    EVENT_SINGLE,     /* this thread runs the single */
    EVENT_BARRIER,    /* arrives; end = when it leaves */
    EVENT_FORK,       /* before = team size */
    EVENT_JOIN,
    EVENT_BEGIN, /* a thread of a team starts */
    EVENT_END,
    EVENT_LABEL,  /* step(label) of a check */
    EVENT_WORK,   /* start … end: the core was busy; before = units */
    EVENT_PAUSE,  /* start … end: waited without a core */
    EVENT_WAIT,   /* start … end: waited for object (lock, barrier, join) */
    EVENT_CHOICE, /* before = the value chosen, after = out of how many */
    EVENT_STUCK   /* the thread stands here for ever: label says for what; or it
                      * "dies here", "goes round for ever" */
};

struct event {
    enum event_kind kind;
    int thread;            /* lane: the thread's slot, 0 … */
    int number;            /* its thread number in its team */
    bool visible;          /* a step of the schedule */
    bool wrong;            /* mark it: the step that went wrong */
    const void *pc;        /* return address in the program */
    uintptr_t object;      /* variable, lock, loop … */
    uint32_t size;         /* of the access, bytes */
    char type;             /* of object, as place_type() says; 0 unknown */
    const char *name;      /* of object, as place_name() says, kept; or NULL */
    bool valued;           /* before and after hold values of object */
    int64_t before, after; /* raw bytes, sign-extended for sizes < 8 */
    const char *label;     /* static or owned by the trace; or NULL */
    int core;              /* machine: where it ran, -1 none */
    uint64_t start, end;   /* machine: virtual nanoseconds */
    int64_t columns[8];    /* the watched variables after the step (raw bytes) */
};

struct column {
    char name[24]; /* "seats" */
    uintptr_t address;
    uint32_t size;
    char type; /* 'i' or 'f' */
};

/* Filled by the runtime, read by the pictures. */
struct trace {
    struct event *events; /* malloc'ed, grown by trace_append() */
    int count, room;
    struct column columns[8]; /* the watched variables */
    int column_count;
    int64_t initial[8]; /* their values before the first step */
    int threads;        /* number of lanes: highest slot + 1 */
    uint64_t tasks;     /* the lanes that are explicit tasks, by bits */
    int cores;          /* machine only, else 0 */
    uint64_t makespan;  /* machine only */
    char **kept;        /* see trace_keep(): a table by the text */
    size_t kept_count, kept_room;
};

/* Appends a zeroed event and returns it (valid until the next append). */
struct event *trace_append(struct trace *trace);

/* A copy of text that lives as long as the trace: for name and label. */
const char *trace_keep(struct trace *trace, const char *text);

/* Forgets the events, keeps the memory. */
void trace_clear(struct trace *trace);
void trace_free(struct trace *trace);

struct trace_style {
    int width;         /* columns of the terminal, at least 40 */
    bool ascii;        /* no character above 0x7e */
    uint64_t tasks;    /* lanes called "task 2": trace.tasks */
    const char *lanes; /* "buyer" gives "buyer 0"; NULL "thread" */
    bool letters;      /* "buyer A" */
    bool everything;   /* also steps that are not visible */
    int most;          /* steps shown of a long schedule; 0 means 60 */
};

/* What an event says in a lane, without the lane: "if (t->seats > 0)  reads 1",
 * "t->seats--  1 → 0", "enters critical (seats)". Written into text. */
void event_text(const struct event *event, const struct trace_style *style, char *text, int room);

/* The lanes of a schedule:
 *
 *        buyer 0                   buyer 1                   seats  sold
 *     1  if (t->seats > 0)  reads 1                              1     0
 *     2                            if (t->seats > 0)  reads 1    1     0
 *     3  t->seats--  1 → 0                                       0     0
 *  →  4                            t->seats--  0 → -1           -1     0
 *
 * The step marked wrong has an arrow. Lanes that do not fit the width are
 * folded: one lane, each line led by its thread's name. */
void trace_lanes(FILE *out, const struct trace *trace, const struct trace_style *style);

/* One bar a core, time to the right, a digit for the thread at work, '.' for
 * waiting, ' ' for idle; a ruler below with units of virtual time (1 unit =
 * 1000 ns):
 *
 *   core 0  00000000001111111111            busy 20, waiting 0
 *   core 1  22222222223333333333            busy 20
 *           |         |         |
 *           0        10        20 */
void trace_gantt(FILE *out, const struct trace *trace, const struct trace_style *style);

/* The same two as SVG. Presentation attributes carry the print colours. Classes
 * let a page give its own: fill of `ink`, `muted`, `paper`, `series-a` … `series-d`;
 * stroke of `rule`, `edge-ink`, `edge-a` … `edge-d`. A series also has its hatch and
 * its digit or letter. <title> is title, <desc> says in words what the drawing
 * shows. Ids are title, desc, hatch-a … hatch-d: make them unique in a page. */
void trace_lanes_svg(FILE *out, const struct trace *trace, const struct trace_style *style,
                     const char *title);
void trace_gantt_svg(FILE *out, const struct trace *trace, const struct trace_style *style,
                     const char *title);

/* All of it as JSON, and in Chrome's trace event format (Perfetto). */
void trace_json(FILE *out, const struct trace *trace, const struct trace_style *style);
void trace_chrome(FILE *out, const struct trace *trace, const struct trace_style *style);

#endif
