/* test_trace_lanes.c - schedules as text, compared letter by letter. */
#include "trace_fixture.h"

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
            char *text =
                drawn(trace_lanes, &trace, (struct trace_style){.width = width, .ascii = true});
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lanes_stand_side_by_side),
        cmocka_unit_test(lanes_move_together_where_they_must),
        cmocka_unit_test(lanes_fold_on_a_narrow_terminal),
        cmocka_unit_test(no_line_is_too_wide),
        cmocka_unit_test(long_schedules_keep_both_ends),
        cmocka_unit_test(stuck_threads_are_no_steps),
    };
    return cmocka_run_group_tests(tests, build_lines, close_lines);
}
