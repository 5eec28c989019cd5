/* test_trace_charts.c - cores over time, drawings, and files for other programs. */
#include "trace_fixture.h"

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

static void many_short_bars_are_one_busy_cell(void **state)
{
    (void)state;
    struct trace trace = {.cores = 2, .threads = 4, .makespan = 160000};
    for (uint64_t time = 0; time < 160; time += 10) {
        span(&trace, 0, 0, EVENT_WORK, time, time + 3); /* each has less of it than nobody has */
        span(&trace, 0, 1, EVENT_WORK, time + 3, time + 6);
        span(&trace, 1, 2, EVENT_WORK, time, time + 2);
        span(&trace, 1, 2, EVENT_WAIT, time + 2, time + 10);
    }
    expect(trace_gantt, &trace, (struct trace_style){.width = 50},
           "  core 0  1111111111111111  busy 96\n"
           "  core 1  ................  busy 32, waiting 128\n"
           "          |         |\n"
           "          0       100  units of work\n");
    trace_free(&trace);
}

static void work_is_seen_where_cells_cut_it(void **state)
{
    (void)state;
    struct trace trace = {.cores = 1, .threads = 1, .makespan = 120000};
    span(&trace, -1, 0, EVENT_PAUSE, 0, 46);
    span(&trace, 0, 0, EVENT_WORK, 46, 50); /* a quarter of each of two cells of 8 */
    span(&trace, -1, 0, EVENT_PAUSE, 50, 120);
    expect(trace_gantt, &trace, (struct trace_style){.width = 50},
           "  thread 0  ~~~~~~0~~~~~~~~  busy 4, pausing 116\n"
           "            |           |\n"
           "            0         100  units of work\n"
           "            ~ pauses, needs no core   . waits\n");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gantt_charts_fill_the_width),
        cmocka_unit_test(one_core_shows_its_threads_in_turn),
        cmocka_unit_test(threads_that_pause_have_a_row_each),
        cmocka_unit_test(many_short_bars_are_one_busy_cell),
        cmocka_unit_test(work_is_seen_where_cells_cut_it),
        cmocka_unit_test(drawings_have_words_classes_and_colours),
        cmocka_unit_test(json_says_everything),
        cmocka_unit_test(chrome_gets_a_row_for_each_core),
    };
    return cmocka_run_group_tests(tests, build_lines, close_lines);
}
