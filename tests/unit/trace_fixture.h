/* trace_fixture.h - traces written by hand, for the tests of their pictures.
 *
 * Their source lines are those of an object that the set-up builds: one function
 * for each of the lines below.
 */
#ifndef TRACE_FIXTURE_H
#define TRACE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dlfcn.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/places.h"
#include "interleave/trace.h"

/* ---- Source lines ---- */

static const char *const lines[] = {
    "if (t->seats > 0) {", /* line 1: see json_says_everything */
    "show->seats = show->seats - 1;",
    "t->seats--;",
    "if (show->seats > 0) {",
    "n++;",
    "if (a < b)",
    "total = total + part;",
    "sold[i]++;",
    "sold[3]++;",
    "return check(seats, \"a b\", 'c', 0x1f);",
    "} else if (x) {",
    "#pragma omp for reduction(+: sum)",
    "shows[1] = show;",
    "x;",
    "#pragma omp critical (seats)",
    "#pragma omp critical",
    "omp_set_lock(&a);",
    "omp_set_lock(&seat[i]);",
    "if (omp_test_lock(&a)) {",
    "omp_set_lock(&b);",
    "#pragma omp barrier",
    "while (!ready) {",
};
enum { LINES = sizeof lines / sizeof *lines };

static const void *pcs[LINES]; /* a return address on each line */
static uintptr_t critical_seats;

/* seat.c holds the lines; code.c claims to be compiled from them. */
static inline void write_sources(const char *folder)
{
    char path[128];
    snprintf(path, sizeof path, "%s/seat.c", folder);
    FILE *seat = fopen(path, "w");
    snprintf(path, sizeof path, "%s/code.c", folder);
    FILE *code = fopen(path, "w");
    assert_true(seat && code);
    fprintf(code, "int critical __asm__(\".gomp_critical_user_seats\");\n");
    for (int i = 0; i < LINES; i++) {
        fprintf(seat, "%s\n", lines[i]);
        fprintf(code, "#line %d \"seat.c\"\nvoid line%d(void) {}\n", i + 1, i + 1);
    }
    assert_int_equal(fclose(seat) | fclose(code), 0);
}

static inline int build_lines(void **state)
{
    char folder[] = P_tmpdir "/test-trace-XXXXXX", command[256], path[128];
    (void)state;
    assert_non_null(mkdtemp(folder));
    write_sources(folder);
    snprintf(command, sizeof command, "cd %s && gcc -g -O0 -fPIC -shared -o code.so code.c",
             folder);
    assert_int_equal(system(command), 0);
    snprintf(path, sizeof path, "%s/code.so", folder);
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    struct link_map *map;
    assert_non_null(handle);
    assert_int_equal(dlinfo(handle, RTLD_DI_LINKMAP, &map), 0);
    assert_null(places_open(path, (uintptr_t)map->l_addr));
    for (int i = 0; i < LINES; i++) {
        char name[16];
        snprintf(name, sizeof name, "line%d", i + 1);
        pcs[i] = (const char *)dlsym(handle, name) + 1;
    }
    critical_seats = place_symbol(".gomp_critical_user_seats", NULL);
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static inline int close_lines(void **state)
{
    (void)state;
    places_close();
    return 0;
}

/* A return address on that line; "" is none. */
static inline const void *at(const char *text)
{
    for (int i = 0; i < LINES; i++)
        if (strcmp(lines[i], text) == 0)
            return pcs[i];
    assert_string_equal(text, "");
    return NULL;
}

/* ---- Traces ---- */

static const char checks[] = "if (t->seats > 0) {";
static const char takes[] = "t->seats--;";
static const char books[] = "show->seats = show->seats - 1;";

static inline struct event *step(struct trace *trace, int thread, enum event_kind kind,
                                 const char *text)
{
    struct event *event = trace_append(trace);
    event->kind = kind;
    event->thread = event->number = thread;
    event->visible = true;
    event->pc = at(text);
    event->size = 4;
    return event;
}

static inline struct event *access_step(struct trace *trace, int thread, enum event_kind kind,
                                        const char *text, int64_t before, int64_t after)
{
    struct event *event = step(trace, thread, kind, text);
    event->valued = true;
    event->before = before;
    event->after = after;
    return event;
}

static inline void values(struct event *event, int64_t first, int64_t second)
{
    event->columns[0] = first;
    event->columns[1] = second;
}

static inline struct trace booking(void)
{
    struct trace trace = {
        .threads = 2, .column_count = 2, .columns = {{"seats", 16, 4, 'i'}, {"sold", 32, 4, 'i'}}};
    values(access_step(&trace, 0, EVENT_READ, checks, 1, 1), 1, 0);
    values(access_step(&trace, 1, EVENT_READ, checks, 1, 1), 1, 0);
    values(access_step(&trace, 0, EVENT_UPDATE, takes, 1, 0), 0, 0);
    struct event *last = access_step(&trace, 1, EVENT_UPDATE, takes, 0, -1);
    values(last, -1, 0);
    last->wrong = true;
    return trace;
}

static inline struct trace lost_update(int threads)
{
    struct trace trace = {
        .threads = threads, .column_count = 1, .columns = {{"seats", 16, 4, 'i'}}};
    for (int i = 0; i < threads; i++)
        access_step(&trace, i, EVENT_READ, "if (show->seats > 0) {", 1, 1)->columns[0] = 1;
    for (int i = 0; i < threads; i++)
        access_step(&trace, i, EVENT_READ, books, 1, 1)->columns[0] = 1;
    for (int i = 0; i < threads - 1; i++)
        access_step(&trace, i, EVENT_WRITE, books, 1 - (i > 0), 0);
    access_step(&trace, threads - 1, EVENT_WRITE, books, 1 - (threads > 1), 0)->wrong = true;
    return trace;
}

#define BUYERS .lanes = "buyer"

typedef void picture(FILE *, const struct trace *, const struct trace_style *);

static inline char *drawn(picture *draw, const struct trace *trace, struct trace_style style)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    draw(out, trace, &style);
    fclose(out);
    return text;
}

static inline void expect(picture *draw, const struct trace *trace, struct trace_style style,
                          const char *wanted)
{
    char *text = drawn(draw, trace, style);
    if (strcmp(text, wanted) != 0)
        print_error("is:\n%s\nwanted:\n%s\n", text, wanted);
    assert_string_equal(text, wanted);
    free(text);
}

#endif
