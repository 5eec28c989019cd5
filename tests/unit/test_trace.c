/* test_trace.c - pictures of traces, compared letter by letter.
 *
 * The traces are written by hand. Their source lines are those of an object that
 * the set-up builds: one function for each of the lines below.
 */
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
static void write_sources(const char *folder)
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

static int build_lines(void **state)
{
    char folder[] = P_tmpdir "/test-trace-XXXXXX", command[256], path[128];
    (void)state;
    assert_non_null(mkdtemp(folder));
    write_sources(folder);
    snprintf(command, sizeof command, "cd %s && gcc -g -O0 -fPIC -shared -o code.so code.c", folder);
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

static int close_lines(void **state)
{
    (void)state;
    places_close();
    return 0;
}

/* A return address on that line; "" is none. */
static const void *at(const char *text)
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

static struct event *step(struct trace *trace, int thread, enum event_kind kind, const char *text)
{
    struct event *event = trace_append(trace);
    event->kind = kind;
    event->thread = event->number = thread;
    event->visible = true;
    event->pc = at(text);
    event->size = 4;
    return event;
}

static struct event *access_step(struct trace *trace, int thread, enum event_kind kind,
                                 const char *text, int64_t before, int64_t after)
{
    struct event *event = step(trace, thread, kind, text);
    event->valued = true;
    event->before = before;
    event->after = after;
    return event;
}

static void values(struct event *event, int64_t first, int64_t second)
{
    event->columns[0] = first;
    event->columns[1] = second;
}

static struct trace booking(void)
{
    struct trace trace = {.threads = 2, .column_count = 2,
                          .columns = {{"seats", 16, 4, 'i'}, {"sold", 32, 4, 'i'}}};
    values(access_step(&trace, 0, EVENT_READ, checks, 1, 1), 1, 0);
    values(access_step(&trace, 1, EVENT_READ, checks, 1, 1), 1, 0);
    values(access_step(&trace, 0, EVENT_UPDATE, takes, 1, 0), 0, 0);
    struct event *last = access_step(&trace, 1, EVENT_UPDATE, takes, 0, -1);
    values(last, -1, 0);
    last->wrong = true;
    return trace;
}

static struct trace lost_update(int threads)
{
    struct trace trace = {.threads = threads, .column_count = 1,
                          .columns = {{"seats", 16, 4, 'i'}}};
    for (int i = 0; i < threads; i++)
        access_step(&trace, i, EVENT_READ, "if (show->seats > 0) {", 1, 1)->columns[0] = 1;
    for (int i = 0; i < threads; i++)
        access_step(&trace, i, EVENT_READ, books, 1, 1)->columns[0] = 1;
    for (int i = 0; i < threads; i++)
        access_step(&trace, i, EVENT_WRITE, books, 1 - (i > 0), 0);
    trace.events[trace.count - 1].wrong = true;
    return trace;
}

typedef void picture(FILE *, const struct trace *, const struct trace_style *);

static char *drawn(picture *draw, const struct trace *trace, struct trace_style style)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    draw(out, trace, &style);
    fclose(out);
    return text;
}

static void expect(picture *draw, const struct trace *trace, struct trace_style style,
                   const char *wanted)
{
    char *text = drawn(draw, trace, style);
    if (strcmp(text, wanted) != 0)
        print_error("is:\n%s\nwanted:\n%s\n", text, wanted);
    assert_string_equal(text, wanted);
    free(text);
}

#define BUYERS .lanes = "buyer"

static void lanes_stand_side_by_side(void **state)
{
    (void)state;
    struct trace trace = booking();
    expect(trace_lanes, &trace, (struct trace_style){.width = 80, BUYERS},
           "     buyer 0                      buyer 1                     seats  sold\n"
           "  1  if (t->seats > 0)  reads 1                                   1     0\n"
           "  2                               if (t->seats > 0)  reads 1      1     0\n"
           "  3  t->seats--         1 → 0                                     0     0\n"
           "→ 4                               t->seats--         0 → -1      -1     0\n");
    expect(trace_lanes, &trace, (struct trace_style){.width = 80, .ascii = true},
           "     thread 0                     thread 1                    seats  sold\n"
           "  1  if (t->seats > 0)  reads 1                                   1     0\n"
           "  2                               if (t->seats > 0)  reads 1      1     0\n"
           "  3  t->seats--         1 -> 0                                    0     0\n"
           "> 4                               t->seats--         0 -> -1     -1     0\n");
    trace_free(&trace);
}

static void lanes_move_together_where_they_must(void **state)
{
    (void)state;
    struct trace trace = lost_update(2);
    expect(trace_lanes, &trace, (struct trace_style){.width = 80, BUYERS, .letters = true},
           "     buyer A                  buyer B                                      seats\n"
           "  1  if (show->seats > 0)  reads 1                                             1\n"
           "  2                           if (show->seats > 0)  reads 1                    1\n"
           "  3  show->seats = show->seats - 1  reads 1                                    1\n"
           "  4                           show->seats = show->seats - 1  reads 1           1\n"
           "  5  show->seats = show->seats - 1  writes 1 → 0                               0\n"
           "→ 6                           show->seats = show->seats - 1  writes 0 → 0      0\n");
    trace_free(&trace);
}

static void lanes_fold_on_a_narrow_terminal(void **state)
{
    (void)state;
    struct trace trace = lost_update(4);
    trace.count = 5;
    trace.events[4].wrong = true;
    expect(trace_lanes, &trace, (struct trace_style){.width = 64, BUYERS, .letters = true},
           "                                                      seats\n"
           "  1  buyer A  if (show->seats > 0)  reads 1               1\n"
           "  2  buyer B  if (show->seats > 0)  reads 1               1\n"
           "  3  buyer C  if (show->seats > 0)  reads 1               1\n"
           "  4  buyer D  if (show->seats > 0)  reads 1               1\n"
           "→ 5  buyer A  show->seats = show->seats - 1  reads 1      1\n");
    expect(trace_lanes, &trace, (struct trace_style){.width = 50, BUYERS, .letters = true},
           "                                             seats\n"
           "  1  buyer A  if (show->seats > 0)               1\n"
           "                reads 1\n"
           "  2  buyer B  if (show->seats > 0)               1\n"
           "                reads 1\n"
           "  3  buyer C  if (show->seats > 0)               1\n"
           "                reads 1\n"
           "  4  buyer D  if (show->seats > 0)               1\n"
           "                reads 1\n"
           "→ 5  buyer A  show->seats = show->seats - 1      1\n"
           "                reads 1\n");
    expect(trace_lanes, &trace, (struct trace_style){.width = 40, BUYERS, .letters = true},
           "  1  buyer A  if (show->seats > 0)\n"
           "                reads 1\n"
           "              seats 1\n"
           "  2  buyer B  if (show->seats > 0)\n"
           "                reads 1\n"
           "  3  buyer C  if (show->seats > 0)\n"
           "                reads 1\n"
           "  4  buyer D  if (show->seats > 0)\n"
           "                reads 1\n"
           "→ 5  buyer A  show->seats = show->seats\n"
           "                - 1  reads 1\n");
    trace_free(&trace);
}

/* No line is wider than the terminal, whatever its width. */
static void no_line_is_too_wide(void **state)
{
    (void)state;
    for (int threads = 1; threads <= 6; threads++)
        for (int width = 40; width <= 140; width++) {
            struct trace trace = lost_update(threads);
            char *text = drawn(trace_lanes, &trace,
                               (struct trace_style){.width = width, .ascii = true});
            for (char *rest = text, *line; (line = strsep(&rest, "\n")) != NULL;) {
                assert_in_range(strlen(line), 0, (size_t)width);
                assert_true(line[0] == '\0' || line[strlen(line) - 1] != ' ');
            }
            free(text);
            trace_free(&trace);
        }
}

static void long_schedules_keep_both_ends(void **state)
{
    (void)state;
    struct trace trace = {.threads = 1};
    for (int i = 0; i < 100; i++)
        access_step(&trace, 0, EVENT_UPDATE, "n++;", i, i + 1);
    trace.events[50].wrong = true;
    expect(trace_lanes, &trace, (struct trace_style){.width = 80, .most = 5},
           "       thread 0\n"
           "    1  n++  0 → 1\n"
           "       43 steps not shown\n"
           "   45  n++  44 → 45\n"
           "   46  n++  45 → 46\n"
           "   47  n++  46 → 47\n"
           "   48  n++  47 → 48\n"
           "   49  n++  48 → 49\n"
           "   50  n++  49 → 50\n"
           "→  51  n++  50 → 51\n"
           "   52  n++  51 → 52\n"
           "   53  n++  52 → 53\n"
           "   54  n++  53 → 54\n"
           "   55  n++  54 → 55\n"
           "   56  n++  55 → 56\n"
           "   57  n++  56 → 57\n"
           "       39 steps not shown\n"
           "   97  n++  96 → 97\n"
           "   98  n++  97 → 98\n"
           "   99  n++  98 → 99\n"
           "  100  n++  99 → 100\n");
    trace_free(&trace);
}

/* ---- Words ---- */

static void says(const struct event *event, const char *wanted)
{
    char text[256];
    event_text(event, &(struct trace_style){.width = 80}, text, sizeof text);
    assert_string_equal(text, wanted);
}

static struct event access_of(enum event_kind kind, const char *text, const char *name)
{
    return (struct event){.kind = kind, .pc = at(text), .name = name, .size = 4, .valued = true,
                          .before = 1, .after = 2};
}

static void an_access_says_of_which_variable_where_that_is_open(void **state)
{
    (void)state;
    struct event event = access_of(EVENT_READ, "if (t->seats > 0) {", "t->seats");
    says(&event, "if (t->seats > 0)  reads 1");
    event = access_of(EVENT_READ, "if (a < b)", "b");
    says(&event, "if (a < b)  reads b: 1");
    event = access_of(EVENT_WRITE, "total = total + part;", "total");
    says(&event, "total = total + part  writes total: 1 → 2");
    event = access_of(EVENT_UPDATE, "sold[i]++;", "sold[3]");
    says(&event, "sold[i]++  sold[3]: 1 → 2");
    event = access_of(EVENT_UPDATE, "sold[3]++;", "sold[3]");
    says(&event, "sold[3]++  1 → 2");
    event = access_of(EVENT_READ, "return check(seats, \"a b\", 'c', 0x1f);", "seats");
    says(&event, "return check(seats, \"a b\", 'c', 0x1f)  reads 1");
    event = access_of(EVENT_READ, "", "seats");
    says(&event, "reads seats: 1");
    event = access_of(EVENT_READ, "} else if (x) {", NULL);
    says(&event, "else if (x)  reads 1");
    event = access_of(EVENT_UPDATE, "#pragma omp for reduction(+: sum)", "sum");
    says(&event, "for reduction(+: sum)  1 → 2");
    event.valued = false;
    says(&event, "for reduction(+: sum)  updates");
    event = access_of(EVENT_WRITE, "shows[1] = show;", "shows[1]");
    event.valued = false;
    says(&event, "shows[1] = show  writes shows[1]");
}

static void values_are_written_as_their_type(void **state)
{
    (void)state;
    double half = 0.5;
    float quarter = 0.25F;
    struct event event = access_of(EVENT_READ, "x;", NULL);
    event.before = -1;
    says(&event, "x  reads -1");
    event.type = 'u';
    says(&event, "x  reads 4294967295");
    event.type = 'f';
    event.size = 8;
    memcpy(&event.before, &half, sizeof half);
    says(&event, "x  reads 0.5");
    event.size = 4;
    event.before = 0;
    memcpy(&event.before, &quarter, sizeof quarter);
    says(&event, "x  reads 0.25");
    event.size = 1;
    event.before = 1;
    event.type = 'b';
    says(&event, "x  reads true");
    event.type = 'c';
    event.before = 'k';
    says(&event, "x  reads 'k'");
    event.before = 10;
    says(&event, "x  reads 10");
    event.type = 'p';
    event.size = 8;
    says(&event, "x  reads a pointer");
    event.before = 0;
    says(&event, "x  reads NULL");
}

static void synchronisation_has_words_of_its_own(void **state)
{
    (void)state;
    static const struct {
        struct event event;
        const char *wanted;
        const char *line;
        bool critical;
    } cases[] = {
        {{.kind = EVENT_ACQUIRE}, "enters critical (seats)",
         "#pragma omp critical (seats)", true},
        {{.kind = EVENT_RELEASE}, "leaves critical (seats)",
         "#pragma omp critical (seats)", true},
        {{.kind = EVENT_ACQUIRE}, "enters critical",
         "#pragma omp critical", false},
        {{.kind = EVENT_ACQUIRE}, "omp_set_lock(&a)",
         "omp_set_lock(&a);", false},
        {{.kind = EVENT_ACQUIRE, .name = "seat[2]"}, "omp_set_lock(&seat[i])  seat[2]", "omp_set_lock(&seat[i]);", false},
        {{.kind = EVENT_ACQUIRE}, "takes a lock",
         "", false},
        {{.kind = EVENT_TRY_FAILED}, "if (omp_test_lock(&a))  finds it taken",
         "if (omp_test_lock(&a)) {", false},
        {{.kind = EVENT_CHUNK, .before = 4, .after = 8}, "takes iterations 4 … 7",
         "", false},
        {{.kind = EVENT_CHUNK, .before = 4, .after = 5}, "takes iteration 4",
         "", false},
        {{.kind = EVENT_CHUNK, .before = 8, .after = 4}, "takes iterations 8 … 5",
         "", false},
        {{.kind = EVENT_SECTION, .before = 2}, "takes section 2",
         "", false},
        {{.kind = EVENT_SINGLE}, "runs the single",
         "", false},
        {{.kind = EVENT_BARRIER}, "waits at the barrier",
         "", false},
        {{.kind = EVENT_FORK, .before = 4}, "starts a team of 4",
         "", false},
        {{.kind = EVENT_LABEL, .label = "takes the seat"}, "takes the seat", "", false},
        {{.kind = EVENT_WORK, .end = 2500}, "works 2.5 units",
         "", false},
        {{.kind = EVENT_PAUSE, .end = 1000}, "pauses 1 unit",
         "", false},
        {{.kind = EVENT_CHOICE, .before = 1, .after = 3}, "chooses 1 of 0 to 2",
         "", false},
        {{.kind = EVENT_STUCK, .label = "a lock"}, "omp_set_lock(&b)  waits for ever", "omp_set_lock(&b);", false},
        {{.kind = EVENT_STUCK, .label = "a barrier"}, "barrier  waits for ever", "#pragma omp barrier", false},
        {{.kind = EVENT_STUCK, .label = "a change"}, "while (!ready)  waits for ever for a change", "while (!ready) {", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct event event = cases[i].event;
        event.pc = at(cases[i].line);
        event.object = cases[i].critical ? critical_seats : 0;
        says(&event, cases[i].wanted);
    }
}

static void stuck_threads_are_no_steps(void **state)
{
    (void)state;
    struct trace trace = {.threads = 2};
    step(&trace, 0, EVENT_ACQUIRE, "omp_set_lock(&a);");
    step(&trace, 1, EVENT_ACQUIRE, "omp_set_lock(&b);");
    step(&trace, 0, EVENT_STUCK, "omp_set_lock(&b);")->wrong = true;
    step(&trace, 1, EVENT_STUCK, "omp_set_lock(&a);")->wrong = true;
    expect(trace_lanes, &trace, (struct trace_style){.width = 80},
           "     thread 0                           thread 1\n"
           "  1  omp_set_lock(&a)\n"
           "  2                                     omp_set_lock(&b)\n"
           "→    omp_set_lock(&b)  waits for ever\n"
           "→                                       omp_set_lock(&a)  waits for ever\n");
    trace_free(&trace);
}

/* ---- Cores ---- */

static void span(struct trace *trace, int core, int thread, enum event_kind kind, uint64_t start,
                 uint64_t end)
{
    struct event *event = trace_append(trace);
    event->kind = kind;
    event->thread = thread;
    event->core = core;
    event->start = start * 1000;
    event->end = end * 1000;
    event->before = (int64_t)(end - start);
}

static struct trace skewed(void)
{
    struct trace trace = {.cores = 4, .threads = 4, .makespan = 20000};
    for (int core = 0; core < 4; core++) {
        uint64_t busy = 5 * ((uint64_t)core + 1);
        span(&trace, core, core, EVENT_WORK, 0, busy);
        if (busy < 20)
            span(&trace, core, core, EVENT_WAIT, busy, 20);
    }
    return trace;
}

static void gantt_charts_fill_the_width(void **state)
{
    (void)state;
    struct trace trace = skewed();
    expect(trace_gantt, &trace, (struct trace_style){.width = 80},
           "  core 0  0000000000..............................  busy 5, waiting 15\n"
           "  core 1  11111111111111111111....................  busy 10, waiting 10\n"
           "  core 2  222222222222222222222222222222..........  busy 15, waiting 5\n"
           "  core 3  3333333333333333333333333333333333333333  busy 20\n"
           "          |         |         |         |         |\n"
           "          0         5        10        15        20  units of work\n");
    expect(trace_gantt, &trace, (struct trace_style){.width = 50},
           "  core 0  0000............  busy 5, waiting 15\n"
           "  core 1  11111111........  busy 10, waiting 10\n"
           "  core 2  222222222222....  busy 15, waiting 5\n"
           "  core 3  3333333333333333  busy 20\n"
           "          |       |       |\n"
           "          0      10      20  units of work\n");
    trace_free(&trace);
}

static void one_core_shows_its_threads_in_turn(void **state)
{
    (void)state;
    struct trace trace = {.cores = 1, .threads = 2, .makespan = 8000};
    span(&trace, 0, 0, EVENT_WORK, 0, 2);
    span(&trace, 0, 1, EVENT_WORK, 2, 4);
    span(&trace, 0, 0, EVENT_WORK, 5, 8);
    expect(trace_gantt, &trace, (struct trace_style){.width = 50},
           "  core 0  0000000011111111    000000000000  busy 7\n"
           "          |       |       |       |       |\n"
           "          0       2       4       6       8  units of work\n");
    trace_free(&trace);
}

static void threads_that_pause_have_a_row_each(void **state)
{
    (void)state;
    struct trace trace = {.cores = 1, .threads = 2, .makespan = 12000};
    span(&trace, 0, 0, EVENT_WORK, 0, 2);
    span(&trace, -1, 0, EVENT_PAUSE, 2, 8);
    span(&trace, 0, 0, EVENT_WORK, 8, 10);
    span(&trace, 0, 1, EVENT_WORK, 2, 4);
    span(&trace, -1, 1, EVENT_PAUSE, 4, 8);
    span(&trace, 0, 1, EVENT_WORK, 10, 12);
    expect(trace_gantt, &trace, (struct trace_style){.width = 60, BUYERS},
           "  buyer 0  00~~~~~~00    busy 4, pausing 6\n"
           "  buyer 1    11~~~~..11  busy 4, pausing 4, waiting 2\n"
           "           |         |\n"
           "           0        10  units of work\n"
           "           ~ pauses, needs no core   . waits\n");
    trace_free(&trace);
}

/* ---- Files ---- */

static int occurrences(const char *text, const char *piece)
{
    int count = 0;
    for (; (text = strstr(text, piece)) != NULL; text++)
        count++;
    return count;
}

static void a_title(FILE *out, const struct trace *trace, const struct trace_style *style)
{
    if (trace->cores > 0)
        trace_gantt_svg(out, trace, style, "Two & <two>");
    else
        trace_lanes_svg(out, trace, style, "Two & <two>");
}

static void drawings_have_words_classes_and_colours(void **state)
{
    (void)state;
    struct trace trace = booking();
    char *text = drawn(a_title, &trace, (struct trace_style){BUYERS, .letters = true});
    assert_int_equal(strncmp(text, "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 40), 0);
    assert_int_equal(occurrences(text, "<title id=\"title\">Two &amp; &lt;two&gt;</title>"), 1);
    assert_int_equal(occurrences(text, "Step 1, buyer A: if (t-&gt;seats &gt; 0), reads 1. "), 1);
    assert_int_equal(occurrences(text, "0 → -1; here it goes wrong. </desc>"), 1);
    assert_int_equal(occurrences(text, "class=\"paper rule\""), 3);
    assert_int_equal(occurrences(text, "class=\"paper edge-ink\""), 1);
    assert_int_equal(occurrences(text, "fill=\"url(#hatch-a)\""), 2);
    assert_int_equal(occurrences(text, "fill=\"url(#hatch-b)\""), 2);
    assert_string_equal(text + strlen(text) - 12, "</g>\n</svg>\n");
    free(text);
    trace_free(&trace);
    trace = skewed();
    text = drawn(a_title, &trace, (struct trace_style){0});
    assert_int_equal(occurrences(text, "core 2: busy 15, waiting 5. "), 1);
    assert_int_equal(occurrences(text, "fill=\"url(#hatch-"), 4);
    assert_int_equal(occurrences(text, ">waits</text>"), 3);
    free(text);
    trace_free(&trace);
}

static void json_says_everything(void **state)
{
    (void)state;
    struct trace trace = booking();
    trace.events[0].name = trace_keep(&trace, "t->seats");
    trace.count = 1;
    expect(trace_json, &trace, (struct trace_style){BUYERS},
           "{\n"
           "  \"threads\": [\"buyer 0\", \"buyer 1\"],\n"
           "  \"variables\": [\"seats\", \"sold\"],\n"
           "  \"initial\": [0, 0],\n"
           "  \"events\": [\n"
           "    {\"kind\": \"read\", \"thread\": 0, \"number\": 0, \"step\": 1, "
           "\"text\": \"if (t->seats > 0)\", \"effect\": \"reads 1\", \"file\": \"seat.c\", "
           "\"line\": 1, \"function\": \"line1\", \"variable\": \"t->seats\", \"before\": 1, "
           "\"after\": 1, \"values\": [1, 0]}\n"
           "  ]\n"
           "}\n");
    trace_free(&trace);
}

static void chrome_gets_a_row_for_each_core(void **state)
{
    (void)state;
    struct trace trace = {.cores = 1, .threads = 1, .makespan = 2000};
    span(&trace, 0, 0, EVENT_WORK, 0, 2);
    expect(trace_chrome, &trace, (struct trace_style){0},
           "{\n"
           "  \"displayTimeUnit\": \"ns\",\n"
           "  \"traceEvents\": [\n"
           "    {\"name\": \"thread_name\", \"ph\": \"M\", \"pid\": 1, \"tid\": 0, "
           "\"args\": {\"name\": \"core 0\"}},\n"
           "    {\"name\": \"thread 0\", \"cat\": \"work\", \"ph\": \"X\", \"pid\": 1, "
           "\"tid\": 0, \"ts\": 0.000, \"dur\": 2.000, \"args\": {\"text\": \"works 2 units\"}},\n"
           "    {\"name\": \"process_name\", \"ph\": \"M\", \"pid\": 1, \"args\": "
           "{\"name\": \"interleave\"}}\n"
           "  ]\n"
           "}\n");
    trace_free(&trace);
}

static void a_cleared_trace_starts_anew(void **state)
{
    (void)state;
    struct trace trace = booking();
    const char *kept = trace_keep(&trace, "seats");
    assert_ptr_equal(trace_keep(&trace, "seats"), kept);
    trace_clear(&trace);
    assert_int_equal(trace.count, 0);
    assert_int_equal(trace.column_count, 0);
    assert_int_equal(trace.kept_count, 0);
    for (int i = 0; i < 1000; i++)
        trace_append(&trace)->thread = i;
    assert_int_equal(trace.events[999].thread, 999);
    assert_int_equal(trace.events[999].core, -1);
    trace_free(&trace);
    assert_null(trace.events);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lanes_stand_side_by_side),
        cmocka_unit_test(lanes_move_together_where_they_must),
        cmocka_unit_test(lanes_fold_on_a_narrow_terminal),
        cmocka_unit_test(no_line_is_too_wide),
        cmocka_unit_test(long_schedules_keep_both_ends),
        cmocka_unit_test(an_access_says_of_which_variable_where_that_is_open),
        cmocka_unit_test(values_are_written_as_their_type),
        cmocka_unit_test(synchronisation_has_words_of_its_own),
        cmocka_unit_test(stuck_threads_are_no_steps),
        cmocka_unit_test(gantt_charts_fill_the_width),
        cmocka_unit_test(one_core_shows_its_threads_in_turn),
        cmocka_unit_test(threads_that_pause_have_a_row_each),
        cmocka_unit_test(drawings_have_words_classes_and_colours),
        cmocka_unit_test(json_says_everything),
        cmocka_unit_test(chrome_gets_a_row_for_each_core),
        cmocka_unit_test(a_cleared_trace_starts_anew),
    };
    return cmocka_run_group_tests(tests, build_lines, close_lines);
}
