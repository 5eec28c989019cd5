/* test_makespans.c - makespans and spans that were worked out by hand.
 *
 * machine/makespans*.c hold the programs. What constructs cost comes on top, so
 * a row also says how much of that is too much; a switch of threads on a core
 * takes 2 units and a time slice 20, which rows with more threads than cores add.
 * All in units of work().
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interleave/compile.h"
#include "interleave/interleave.h"

static const struct row {
    const char *name;
    int threads, cores;
    int makespan, more; /* from makespan to so much more */
    int span;           /* 0: not looked at */
} rows[] = {
    {"each 100", 1, 1, 100, 1, 100},
    {"each 100", 4, 4, 100, 2, 100},
    {"each 100", 4, 64, 100, 2, 100},
    {"each 100", 64, 64, 100, 15, 100},
    /* 5 slices a thread, and one to begin with: 10 or 11 switches on each core */
    {"each 100", 4, 2, 200 + 20, 4, 100},
    {"each 100", 4, 1, 400 + 40, 4, 100},
    /* shorter than a slice: nobody is interrupted */
    {"each 10", 64, 8, 80, 13, 10},
    {"each 10", 64, 1, 640, 15, 10},
    {"uneven", 4, 4, 400, 3, 400},
    {"uneven", 8, 64, 800, 4, 800},
    {"two phases", 4, 4, 800, 4, 800},
    {"two phases", 3, 8, 600, 4, 600},
    {"serial, then parallel", 4, 4, 300, 3, 300},
    {"serial, then parallel", 2, 2, 400, 3, 400},
    {"nested", 2, 4, 150, 3, 150},
    {"nested", 2, 64, 150, 3, 150},

    {"static loop", 2, 2, 400, 2, 400},
    {"dynamic loop", 2, 2, 300, 2, 300},
    {"sections", 3, 3, 300, 2, 300},
    {"sections", 2, 2, 400, 2, 0},
    {"single, then all", 4, 4, 200, 3, 200},
    {"single beside all", 3, 3, 200, 3, 0},
    {"ordered", 4, 4, 300, 3, 300},
    {"ordered", 1, 1, 600, 2, 600},
    {"doacross", 4, 4, 300, 3, 300},
    {"reduction", 4, 4, 100, 2, 100},
    {"reduction", 8, 8, 50, 3, 50},

    {"critical", 4, 4, 200, 2, 200},
    {"critical", 8, 64, 400, 3, 400},
    {"critical", 4, 1, 200, 7, 200},
    {"critical in turns", 2, 2, 350, 3, 300},
    {"a lock each", 8, 8, 100, 3, 100},

    {"7 tasks", 3, 3, 300, 3, 100},
    {"8 tasks", 1, 1, 800, 1, 800},
    {"8 tasks", 2, 2, 400, 5, 100},
    {"8 tasks", 4, 4, 200, 5, 100},
    {"8 tasks", 8, 8, 100, 5, 100},
    {"8 tasks", 8, 64, 100, 5, 100},
    {"200 tasks", 4, 4, 5000, 50, 0},
    {"64 tasks", 32, 64, 200, 40, 0},
    {"wait for two", 1, 1, 250, 1, 250},
    {"wait for two", 2, 2, 150, 3, 150},
    {"wait for two", 4, 64, 150, 3, 150},
    {"group", 2, 2, 250, 3, 250},
    {"tree of 8", 2, 2, 400, 8, 100},
    {"tree of 8", 4, 4, 200, 8, 100},
    {"tree of 8", 8, 8, 100, 8, 100},
    {"chain", 4, 4, 500, 4, 500},
    {"diamond", 1, 1, 500, 1, 500},
    {"diamond", 2, 2, 400, 4, 400},
    {"diamond", 4, 64, 400, 4, 400},
    {"one of a set", 3, 3, 300, 4, 300},
    {"taskloop", 4, 4, 200, 5, 100},
    {"detached", 2, 2, 300, 3, 300},

    {"pause and work", 4, 4, 400, 3, 400},
    {"pause and work", 4, 1, 700 + 40, 4, 400},
    {"sleep", 8, 1, 100, 4, 100},
    {"wait for a flag", 2, 2, 300, 3, 300},
    {"wait for a flag", 2, 1, 300, 8, 300},
    {"wait for a plain flag", 2, 2, 150, 3, 150},
    {"wait for a plain flag", 4, 4, 150, 3, 150},
};

/* What is done wrong takes from `times` to `at_most` times as long as what is done
 * right, with four threads on four cores. */
static const struct pair {
    const char *wrong, *right;
    double times, at_most;
} pairs[] = {
    {"counters close", "counters apart", 10, 40},
    {"in blocks", "in turns", 1.6, 1.8},                     /* 345 : 210 */
    {"work in critical", "work before critical", 3.9, 4.05}, /* 400 : 100 */
    {"tasks to the leaves", "tasks cut off", 5, 100},
    {"serial half", "no serial half", 2.45, 2.5}, /* 250 : 100 */
    {"region a step", "one region", 2, 3},
};

enum { PAIRS = sizeof pairs / sizeof *pairs };

enum { ROWS = sizeof rows / sizeof *rows };

static int (*program)(int, char **);

static void body(const void *input)
{
    const struct row *row = input;
    char name[] = "makespans", which[64];
    snprintf(which, sizeof which, "%s", row->name);
    char *arguments[] = {name, which, NULL};
    int status = program(2, arguments);
    interleave_outcome(&status, sizeof status);
}

static struct machine ask_machine(const struct row *row)
{
    struct ask ask = {.body = body, .input = row, .team = row->threads};
    struct machine machine = {.cores = row->cores};
    struct answer answer;
    assert_int_equal(interleave_machine(&ask, &machine, &answer, NULL), 0);
    bool races = strcmp(row->name, "wait for a plain flag") == 0;
    if (answer.verdict != (races ? RACE : PASS) || *(const int *)answer.outcomes[0].bytes != 0)
        fail_msg("%s: %s", row->name, verdict_name(answer.verdict));
    answer_free(&answer);
    return machine;
}

static void takes_as_long_as_worked_out(void **state)
{
    const struct row *row = *state;
    struct machine machine = ask_machine(row);
    double makespan = (double)machine.makespan / 1000, span = (double)machine.span / 1000;
    if (makespan < row->makespan || makespan > row->makespan + row->more)
        fail_msg("makespan %.1f, not %d and at most %d more", makespan, row->makespan, row->more);
    if (row->span && (span < row->span || span > row->span + row->more))
        fail_msg("span %.1f, not %d and at most %d more", span, row->span, row->more);
    assert_true(machine.span <= machine.makespan);
    for (int core = 0; core < 64; core++) {
        assert_true(machine.busy[core] + machine.waiting[core] <= machine.makespan);
        assert_true(core < machine.cores || machine.busy[core] == 0);
    }
}

static void wrong_takes_longer_than_right(void **state)
{
    const struct pair *pair = *state;
    const struct row wrong = {.name = pair->wrong, .threads = 4, .cores = 4};
    const struct row right = {.name = pair->right, .threads = 4, .cores = 4};
    double times = (double)ask_machine(&wrong).makespan / (double)ask_machine(&right).makespan;
    if (times < pair->times || times > pair->at_most)
        fail_msg("%s: %.2f times as long as %s", pair->wrong, times, pair->right);
}

static void false_sharing_has_names(void **state)
{
    (void)state;
    const struct row row = {.name = "counters close", .threads = 4, .cores = 4};
    struct machine machine = ask_machine(&row);
    assert_true(machine.line_count >= 1);
    assert_true(machine.lines[0].is_false);
    assert_string_equal(machine.lines[0].name[0], "counters[0]");
    assert_true(machine.false_cost * 5 > machine.work);
}

static void the_same_again(void **state)
{
    (void)state;
    for (int i = 0; i < ROWS; i++) {
        struct machine first = ask_machine(&rows[i]), second = ask_machine(&rows[i]);
        assert_int_equal(first.makespan, second.makespan);
        assert_int_equal(first.serial, second.serial);
        assert_memory_equal(first.busy, second.busy, sizeof first.busy);
        assert_memory_equal(first.waiting, second.waiting, sizeof first.waiting);
    }
}

static void load(void)
{
    static char folder[] = "/tmp/makespans-XXXXXX", object[64];
    const char *sources[] = {"tests/unit/machine/makespans.c",
                             "tests/unit/machine/makespans_regions.c",
                             "tests/unit/machine/makespans_worksharing.c",
                             "tests/unit/machine/makespans_tasks.c",
                             "tests/unit/machine/makespans_pairs.c",
                             NULL};
    const char *flags[] = {NULL};
    if (!mkdtemp(folder))
        exit(70);
    snprintf(object, sizeof object, "%s/makespans.so", folder);
    struct build build = {.sources = sources, .flags = flags, .own_folder = true, .output = object};
    if (compile(&build) != 0 || build.status != 0) {
        fputs(build.diagnostics, stderr);
        exit(70);
    }
    build_free(&build);
    const char *why = interleave_load(object, true);
    void *handle = why ? NULL : dlopen(object, RTLD_NOW | RTLD_NOLOAD);
    *(void **)&program = handle ? dlsym(handle, "main") : NULL;
    unlink(object);
    rmdir(folder);
    if (!program)
        exit(70);
}

int main(void)
{
    static struct CMUnitTest tests[ROWS + PAIRS + 2];
    static char names[ROWS][64];
    load();
    for (int i = 0; i < ROWS; i++) {
        snprintf(names[i], sizeof names[i], "%s, %d threads, %d cores", rows[i].name,
                 rows[i].threads, rows[i].cores);
        tests[i] = (struct CMUnitTest){.name = names[i],
                                       .test_func = takes_as_long_as_worked_out,
                                       .initial_state = (void *)(uintptr_t)&rows[i]};
    }
    for (int i = 0; i < PAIRS; i++)
        tests[ROWS + i] = (struct CMUnitTest){.name = pairs[i].wrong,
                                              .test_func = wrong_takes_longer_than_right,
                                              .initial_state = (void *)(uintptr_t)&pairs[i]};
    tests[ROWS + PAIRS] = (struct CMUnitTest)cmocka_unit_test(false_sharing_has_names);
    tests[ROWS + PAIRS + 1] = (struct CMUnitTest)cmocka_unit_test(the_same_again);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
