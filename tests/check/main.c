/* main.c - build/checker: one submission before one exercise's check.
 *
 *     checker [options] build/checks/NN-slug.so SUBMISSION.c
 *
 * The check's rows become one cmocka test each, behind test 0, "it builds".
 * Once a stage has a failure, the later stages are skipped. Exit codes: 0 all
 * pass, 1 some fail, 2 usage, 70 internal.
 */
#include <argp.h>
#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "check/session.h"
#include "check/symbols.h"
#include "interleave/compile_files.h"
#include "interleave/interleave.h"
#include "interleave/places.h"

enum { EXIT_USAGE = 2, EXIT_INTERNAL = 70 };

static struct session session;
static int report_to = -1;
static uintptr_t check_base;

/* ---- What was asked --------------------------------------------------------------- */

static const struct argp_option options[] = {
    {"name", 'n', "NN-slug", 0, "name of the exercise", 0},
    {"exercise", 'e', "DIR", 0, "folder of the exercise's own header and starter", 0},
    {"report", 'r', "FD", 0, "write the result as JSON to this descriptor", 0},
    {"replay", 'p', "ID", 0, "run one schedule again, from the id of its failure", 0},
    {"cores", 'c', NULL, 0, "only the virtual machine's rows", 0},
    {"stage", 's', "N", 0, "only this stage, 2 to 4", 0},
    {0},
};

static int number_in(const char *text, int least, int most, struct argp_state *state)
{
    char *end;
    long value = strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0' || value < least || value > most)
        argp_error(state, "%s: a number from %d to %d is wanted", text, least, most);
    return (int)value;
}

static error_t option(int key, char *argument, struct argp_state *state)
{
    switch (key) {
    case 'n':
        session.name = argument;
        break;
    case 'e':
        session.folder = argument;
        break;
    case 'r':
        report_to = number_in(argument, 0, 65535, state);
        break;
    case 'p':
        session.replay = argument;
        break;
    case 'c':
        session.cores = true;
        break;
    case 's':
        session.only_stage = number_in(argument, 2, 4, state);
        break;
    case ARGP_KEY_ARG:
        if (state->arg_num == 0)
            session.check_path = argument;
        else if (state->arg_num == 1)
            session.source = argument;
        else
            argp_usage(state);
        break;
    case ARGP_KEY_END:
        if (state->arg_num < 2)
            argp_usage(state);
        break;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    return 0;
}

static const struct argp parser = {options,
                                   option,
                                   "CHECK.so SUBMISSION.c",
                                   "Tries a submission before the check of its exercise.",
                                   NULL,
                                   NULL,
                                   NULL};

static _Noreturn void usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void usage(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("checker: ", stderr);
    vfprintf(stderr, format, arguments);
    fputs("\n", stderr);
    va_end(arguments);
    exit(EXIT_USAGE);
}

/* ---- Setting up ---------------------------------------------------------------------- */

/* PER_RUN variables lie in a section of their own, known to its section header only. */
static void find_per_run(void)
{
    struct object object;
    if (!object_read(&object, session.check_path))
        return;
    session.exam.per_run = (void *)(check_base + object.per_run);
    session.exam.per_run_size = object.per_run_size;
    object_close(&object);
}

/* Lazily: what the check calls of the submission is there in the child only. */
static void load_check(void)
{
    char *path = realpath(session.check_path, NULL);
    void *check = path ? dlopen(path, RTLD_LAZY | RTLD_GLOBAL) : NULL;
    struct link_map *map;
    if (!path)
        usage("%s: no such check", session.check_path);
    if (!check)
        usage("%s", dlerror());
    session.check_path = path;
    session.exam.exercise = dlsym(check, "exercise");
    if (!session.exam.exercise)
        usage("%s defines no exercise", session.check_path);
    if (dlinfo(check, RTLD_DI_LINKMAP, &map) == 0)
        check_base = map->l_addr;
    session.exam.check_path = path;
    find_per_run();
}

void session_open_places(struct session *of)
{
    if (of->names_known)
        return;
    of->names_known = true;
    places_open(of->exam.check_path, check_base);
    places_open(of->object, REPLY_BASE);
}

void session_feedback(struct session *of, const char *sentence)
{
    if (*sentence && of->feedback_count < MOST_FEEDBACK)
        of->feedback[of->feedback_count++] = strdup(sentence);
}

static void make_tests(void)
{
    const struct row *rows = session.exam.exercise->rows;
    session.tests[0] = (struct test){.stage = 1, .name = "it builds"};
    session.test_count = 1;
    for (int i = 0; i < MOST_TESTS - 1 && rows[i].name; i++) {
        const struct row *row = &rows[i];
        session.tests[session.test_count++] = (struct test){.number = i + 1,
                                                            .stage = row->stage,
                                                            .points = row->points,
                                                            .name = row->name,
                                                            .row = row};
    }
}

/* The id is looked at before anything is built. */
static void check_replay(void)
{
    int row, number;
    const char *rest, *why = replay_parse(session.replay, &row, &number, &rest);
    struct choices choices = {0};
    if (!why && row >= session.test_count)
        usage("%s: this exercise has %d tests", session.replay, session.test_count - 1);
    if (!why && number >= case_count(session.tests[row].row))
        why = "this test has no such case";
    if (!why)
        why = choices_read(rest, &choices);
    choices_free(&choices);
    if (why)
        usage("%s: %s", session.replay, why);
    session.tests[1] = session.tests[row];
    session.test_count = 2;
}

/* ---- The suite --------------------------------------------------------------------------- */

static bool is_wanted(const struct test *test)
{
    if (!test->row || session.replay)
        return true;
    if (session.cores)
        return test->stage == FOUR_CORES;
    return !session.only_stage || test->stage == session.only_stage;
}

/* Later stages are skipped, but for one case: a race that showed in the one
 * schedule of stage 2 is looked for in stage 3 too, where the case is small and
 * it can be said how often it does harm. Nothing can be won there. */
#define ENOUGH_FOR_A_RACE 2000 /* executions: it is known, only its worst is sought */

static bool only_races_so_far(void)
{
    for (int i = 0; i < session.test_count; i++)
        if (session.tests[i].status == TEST_FAILED && session.tests[i].verdict != RACE)
            return false;
    return true;
}

static bool is_skipped(const struct test *test)
{
    if (!session.failed_stage || session.failed_stage >= test->stage)
        return false;
    return test->stage != EVERY_SCHEDULE || !only_races_so_far();
}

#define READABLE_LINES 24

static int line_count(const char *text)
{
    int lines = 0;
    while (text && (text = strchr(text, '\n')) != NULL) {
        text++;
        lines++;
    }
    return lines;
}

/* The first failure is what is read first: it gets the smaller case's words. */
static void show_smallest_race(const struct test *small)
{
    if (line_count(small->picture) > READABLE_LINES)
        return;
    for (int i = 0; i < session.test_count; i++) {
        struct test *first = &session.tests[i];
        if (first->status != TEST_FAILED)
            continue;
        if (first->stage != ONE_SCHEDULE || !small->picture || first->replay)
            return;
        test_fail(first, RACE, small->headline, small->explanation);
        first->picture = strdup(small->picture);
        first->picture_ascii = strdup(small->picture_ascii);
        first->replay = small->replay ? strdup(small->replay) : NULL;
        first->line = small->line;
        return;
    }
}

static void try_test(void **state)
{
    struct test *test = *state;
    if (!is_wanted(test) || is_skipped(test))
        skip();
    bool after_failure = session.failed_stage && session.failed_stage < test->stage;
    session.max_executions = after_failure ? ENOUGH_FOR_A_RACE : 0;
    if (!test->row)
        run_build(&session, test);
    else if (session.replay)
        run_replay(&session, test);
    else
        run_row(&session, test);
    if (after_failure && test->status == TEST_PASSED) {
        test->status = TEST_SKIPPED;
        skip();
    }
    if (after_failure && test->verdict == RACE)
        show_smallest_race(test);
    if (test->status != TEST_FAILED)
        return;
    if (!session.failed_stage)
        session.failed_stage = test->stage;
    fail_msg("%s: %s", verdict_name(test->verdict), test->headline);
}

static void run_suite(void)
{
    struct CMUnitTest tests[MOST_TESTS];
    for (int i = 0; i < session.test_count; i++)
        tests[i] = (struct CMUnitTest){.name = session.tests[i].name,
                                       .test_func = try_test,
                                       .initial_state = &session.tests[i]};
    _cmocka_run_group_tests(session.name, tests, (size_t)session.test_count, NULL, NULL);
}

/* The submission as a shared object, in a folder that goes when we go. */
static struct folder work_folder;
static pid_t work_owner;

static void remove_work(void)
{
    if (getpid() != work_owner)
        return; /* a child that ended by exit() */
    if (session.object[0])
        unlink(session.object);
    rmdir(work_folder.path);
}

/* Nothing stays behind, whoever is in a hurry. The child dies with us. */
static void interrupted(int number)
{
    remove_work();
    signal(number, SIG_DFL);
    raise(number);
}

int main(int argc, char **argv)
{
    argp_err_exit_status = EXIT_USAGE;
    argp_parse(&parser, argc, argv, 0, NULL, NULL);
    signal(SIGPIPE, SIG_IGN);
    load_check();
    if (!session.name)
        session.name = "exercise";
    int chapter = atoi(session.name);
    session.chapter = chapter / 10;
    make_tests();
    if (session.replay)
        check_replay();
    if (!folder_make(&work_folder)) {
        char *name = strrchr(work_folder.path, '/');
        usage("no folder can be made in %.*s: %s; TMPDIR can name another place",
              (int)(name - work_folder.path), work_folder.path, strerror(errno));
    }
    work_owner = getpid();
    atexit(remove_work);
    signal(SIGINT, interrupted);
    signal(SIGTERM, interrupted);
    signal(SIGHUP, interrupted);
    snprintf(session.object, sizeof session.object, "%s/submission.so", work_folder.path);
    session.exam.submission_path = session.object;
    run_suite();
    if (report_to >= 0 && report_write(&session, report_to) != 0)
        return EXIT_INTERNAL;
    enum verdict verdict = session_verdict(&session);
    return verdict == PASS ? 0 : verdict == INTERNAL ? EXIT_INTERNAL : 1;
}
