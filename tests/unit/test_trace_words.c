/* test_trace_words.c - what one event of a trace says; and the record itself. */
#include "trace_fixture.h"

static void says(const struct event *event, const char *wanted)
{
    char text[256];
    event_text(event, &(struct trace_style){.width = 80}, text, sizeof text);
    assert_string_equal(text, wanted);
}

static struct event access_of(enum event_kind kind, const char *text, const char *name)
{
    return (struct event){.kind = kind,
                          .pc = at(text),
                          .name = name,
                          .size = 4,
                          .valued = true,
                          .before = 1,
                          .after = 2};
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
    says(&event, "reduction(+: sum)  1 → 2");
    event.valued = false;
    says(&event, "reduction(+: sum)  updates");
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
    event.type = 0;
    event.before = INT64_C(0x7f2081a34010);
    says(&event, "x  reads a pointer");
    memcpy(&event.before, &half, sizeof half);
    says(&event, "x  reads 0.5");
    memset(&event.before, 0xfe, sizeof event.before);
    says(&event, "x  reads (never set)");
    event.type = 'f';
    event.size = 4;
    says(&event, "x  reads (never set)");
    event.type = 'i';
    event.size = 1;
    event.before = -2;
    says(&event, "x  reads -2");
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
        {{.kind = EVENT_ACQUIRE}, "enters critical (seats)", "#pragma omp critical (seats)", true},
        {{.kind = EVENT_RELEASE}, "leaves critical (seats)", "#pragma omp critical (seats)", true},
        {{.kind = EVENT_ACQUIRE}, "enters critical", "#pragma omp critical", false},
        {{.kind = EVENT_ACQUIRE}, "omp_set_lock(&a)", "omp_set_lock(&a);", false},
        {{.kind = EVENT_ACQUIRE, .name = "seat[2]"},
         "omp_set_lock(&seat[i])  seat[2]",
         "omp_set_lock(&seat[i]);",
         false},
        {{.kind = EVENT_ACQUIRE}, "takes a lock", "", false},
        {{.kind = EVENT_TRY_FAILED},
         "if (omp_test_lock(&a))  finds it taken",
         "if (omp_test_lock(&a)) {",
         false},
        {{.kind = EVENT_CHUNK, .before = 4, .after = 8}, "takes iterations 4 … 7", "", false},
        {{.kind = EVENT_CHUNK, .before = 4, .after = 5}, "takes iteration 4", "", false},
        {{.kind = EVENT_CHUNK, .before = 8, .after = 4}, "takes iterations 8 … 5", "", false},
        {{.kind = EVENT_SECTION, .before = 2}, "takes section 2", "", false},
        {{.kind = EVENT_SINGLE}, "runs the single", "", false},
        {{.kind = EVENT_BARRIER}, "waits at the barrier", "", false},
        {{.kind = EVENT_FORK, .before = 4}, "starts a team of 4", "", false},
        {{.kind = EVENT_LABEL, .label = "takes the seat"}, "takes the seat", "", false},
        {{.kind = EVENT_WORK, .end = 2500}, "works 2.5 units", "", false},
        {{.kind = EVENT_PAUSE, .end = 1000}, "pauses 1 unit", "", false},
        {{.kind = EVENT_CHOICE, .before = 1, .after = 3}, "chooses 1 of 0 to 2", "", false},
        {{.kind = EVENT_STUCK, .label = "a lock"},
         "omp_set_lock(&b)  waits for ever",
         "omp_set_lock(&b);",
         false},
        {{.kind = EVENT_STUCK, .label = "a barrier"},
         "barrier  waits for ever",
         "#pragma omp barrier",
         false},
        {{.kind = EVENT_STUCK, .label = "a change"},
         "while (!ready)  waits for ever for a change",
         "while (!ready) {",
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct event event = cases[i].event;
        event.pc = at(cases[i].line);
        event.object = cases[i].critical ? critical_seats : 0;
        says(&event, cases[i].wanted);
    }
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
        cmocka_unit_test(an_access_says_of_which_variable_where_that_is_open),
        cmocka_unit_test(values_are_written_as_their_type),
        cmocka_unit_test(synchronisation_has_words_of_its_own),
        cmocka_unit_test(a_cleared_trace_starts_anew),
    };
    return cmocka_run_group_tests(tests, build_lines, close_lines);
}
