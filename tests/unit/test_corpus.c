/* test_corpus.c - small programs with what must be found in each.
 *
 * Every program in tests/unit/programs/ says in its first lines what is
 * expected:
 *
 *     // expect -DN=2: RACE, executions 18, schedules 216, outcomes 2, on seats
 *
 * executions is the number of runs of source-DPOR, schedules the exact number
 * of complete interleavings by the state graph; both engines must give the same
 * verdict and outcomes. Each line is one test, in a process of its own. What
 * main() is given follows "arguments", with ; for a comma. "test_corpus 2/4" asks the
 * second of every four programs.
 *
 * "// expect race" asks `build/interleave race`, for inputs of a size that no search
 * of states ends with. PASS means there that few schedules stand for all, and none
 * has a race; UNDECIDED that some were tried and none has.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <dlfcn.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interleave/environment.h"
#include "interleave/interleave.h"
#include "unit/built.h"

#define FOLDER "tests/unit/programs"

struct expectation {
    char file[288], flags[256];
    char verdict[24], name[256], says[256];
    char environment[64];                                     /* NAME=VALUE */
    char input[64];                                           /* on standard input */
    char arguments[64];                                       /* parted by blanks */
    long executions, schedules, outcomes, races, preemptions; /* -1: not said */
    int threads;
    int team;       /* of what size shows the race, when the one asked for does not */
    bool by_states; /* a cycle with an exit: only the graph of states has an end */
    bool by_dpor;   /* what commutes makes too many states */
    bool at_random; /* no search: what some random schedules show */
    bool quick;     /* by `build/interleave race` */
};

/* ---- reading expectations -------------------------------------------------- */

static void read_item(struct expectation *e, const char *item)
{
    while (*item == ' ')
        item++;
    if (sscanf(item, "executions %ld", &e->executions) == 1 ||
        sscanf(item, "schedules %ld", &e->schedules) == 1 ||
        sscanf(item, "outcomes %ld", &e->outcomes) == 1 ||
        sscanf(item, "races %ld", &e->races) == 1 ||
        sscanf(item, "preemptions %ld", &e->preemptions) == 1 ||
        sscanf(item, "threads %d", &e->threads) == 1 || sscanf(item, "team %d", &e->team) == 1)
        return;
    if (strcmp(item, "by states") == 0)
        e->by_states = true;
    else if (strcmp(item, "by dpor") == 0)
        e->by_dpor = true;
    else if (strcmp(item, "at random") == 0)
        e->at_random = true;
    else if (strncmp(item, "env ", 4) == 0)
        snprintf(e->environment, sizeof e->environment, "%s", item + 4);
    else if (strncmp(item, "input ", 6) == 0)
        snprintf(e->input, sizeof e->input, "%s\n", item + 6);
    else if (strncmp(item, "arguments ", 10) == 0)
        snprintf(e->arguments, sizeof e->arguments, "%s", item + 10);
    else if (strncmp(item, "on ", 3) == 0)
        snprintf(e->name, sizeof e->name, "%s", item + 3);
    else if (strncmp(item, "says ", 5) == 0)
        snprintf(e->says, sizeof e->says, "%s", item + 5);
    else if (!e->verdict[0])
        snprintf(e->verdict, sizeof e->verdict, "%s", item);
    else
        fail_msg("%s: unknown expectation \"%s\"", e->file, item);
}

static struct expectation *parse(const char *file, char *line)
{
    struct expectation *e = calloc(1, sizeof *e);
    assert_non_null(e);
    snprintf(e->file, sizeof e->file, "%s/%s", FOLDER, file);
    e->executions = e->schedules = e->outcomes = e->races = e->preemptions = -1;
    char *colon = strchr(line, ':');
    assert_non_null(colon);
    *colon = '\0';
    line += strlen("// expect");
    e->quick = strncmp(line, " race", 5) == 0;
    snprintf(e->flags, sizeof e->flags, "%s", e->quick ? line + strlen(" race") : line);
    line = colon + 1;
    line[strcspn(line, "\n")] = '\0';
    for (char *item = strtok(line, ","); item; item = strtok(NULL, ","))
        read_item(e, item);
    return e;
}

/* ---- one program -------------------------------------------------------------- */

static int (*program)(int, char **);
static char **arguments;
static int argument_count;

static void keep_arguments(char *text)
{
    enum { ROOM = 8 };
    char *words[ROOM] = {(char *)(uintptr_t) "program"};
    argument_count = 1;
    for (char *word = strtok(text, " "); word && argument_count < ROOM; word = strtok(NULL, " "))
        words[argument_count++] = word;
    arguments = interleave_arguments(argument_count, words);
}

static void body(const void *input)
{
    (void)input;
    interleave_construct(argument_count, arguments, environ);
    int status = program(argument_count, arguments);
    interleave_outcome(&status, sizeof status);
}

static const char *object_of(const struct expectation *e)
{
    char copy[256];
    const char *flags[8] = {0};
    int count = 0;
    snprintf(copy, sizeof copy, "%s", e->flags);
    for (char *flag = strtok(copy, " "); flag && count < 7; flag = strtok(NULL, " "))
        flags[count++] = flag;
    return built(e->file, flags);
}

static int complain(const char *what, long is, long wanted)
{
    fprintf(stderr, "    %s: %ld, expected %ld\n", what, is, wanted);
    return 1;
}

static int compare(const struct expectation *e, const struct answer *a, bool dpor)
{
    int wrong = 0;
    if (strcmp(verdict_name(a->verdict), e->verdict) != 0) {
        fprintf(stderr, "    verdict %s, expected %s (%s)\n", verdict_name(a->verdict), e->verdict,
                a->message ? a->message : "");
        wrong = 1;
    }
    if (dpor && e->executions >= 0 && (long)a->executions != e->executions)
        wrong |= complain("executions", (long)a->executions, e->executions);
    if (!dpor && e->schedules >= 0 && (long)a->schedules != e->schedules)
        wrong |= complain("schedules", (long)a->schedules, e->schedules);
    if (e->outcomes >= 0 && a->outcome_count != e->outcomes)
        wrong |= complain("outcomes", a->outcome_count, e->outcomes);
    if (e->races >= 0 && a->race_count != e->races)
        wrong |= complain("races", a->race_count, e->races);
    if (e->preemptions >= 0 && a->worst >= 0 && a->outcomes[a->worst].preemptions != e->preemptions)
        wrong |= complain("preemptions", a->outcomes[a->worst].preemptions, e->preemptions);
    if (e->team > 0 && a->race_count && a->races[0].team != e->team)
        wrong |= complain("team", a->races[0].team, e->team);
    if (e->name[0] && (!a->race_count || strcmp(a->races[0].name, e->name) != 0)) {
        fprintf(stderr, "    race on \"%s\", expected \"%s\"\n",
                a->race_count ? a->races[0].name : "", e->name);
        wrong = 1;
    }
    const char *message = a->worst >= 0 ? a->outcomes[a->worst].message : a->message;
    if (e->says[0] && (!message || !strstr(message, e->says))) {
        fprintf(stderr, "    says \"%s\", expected \"%s\"\n", message ? message : "", e->says);
        wrong = 1;
    }
    return wrong;
}

/* Standard input is what the program's first line says, or empty. */
static void give_input(const struct expectation *e)
{
    int ends[2], size = (int)strlen(e->input);
    if (pipe(ends) != 0 || write(ends[1], e->input, (size_t)size) != size || dup2(ends[0], 0) != 0)
        _exit(99);
    close(ends[0]);
    close(ends[1]);
}

/* A comma would have ended the item. */
static void with_commas(char *text)
{
    while ((text = strchr(text, ';')) != NULL)
        *text = ',';
}

static _Noreturn void in_child(struct expectation *e, const char *object)
{
    with_commas(e->environment);
    with_commas(e->arguments);
    keep_arguments(e->arguments);
    give_input(e);
    if (e->environment[0])
        putenv(e->environment);
    environment_read();
    const char *why = interleave_load(object, true);
    if (why) {
        fprintf(stderr, "    %s\n", why);
        _exit(99);
    }
    void *handle = dlopen(object, RTLD_NOW | RTLD_NOLOAD);
    *(void **)&program = dlsym(handle, "main");
    int wrong = 0;
    for (int dpor = e->by_states ? 0 : 1; dpor >= (e->by_dpor ? 1 : 0); dpor--) {
        struct ask ask = {.body = body,
                          .team = e->threads,
                          .other_teams = e->team > 0,
                          .engine = e->at_random ? ENGINE_RANDOM
                                    : dpor       ? ENGINE_DPOR
                                                 : ENGINE_STATES};
        struct answer answer;
        interleave_explore(&ask, &answer);
        if (compare(e, &answer, dpor)) {
            fprintf(stderr, "    (by %s)\n", dpor ? "DPOR" : "states");
            wrong = 1;
        }
        answer_free(&answer);
    }
    _exit(wrong);
}

/* ---- one program, quickly -------------------------------------------------------- */

/* What was said, up to room - 1 bytes of it. */
static void ask_race(const struct expectation *e, char *said, size_t room)
{
    char command[1024], threads[32] = "", given[64];
    snprintf(given, sizeof given, "%s", e->arguments);
    with_commas(given);
    if (e->threads)
        snprintf(threads, sizeof threads, "--threads=%d", e->threads);
    snprintf(command, sizeof command, "build/interleave race %s %s %s -- %s 2>/dev/null", threads,
             e->flags, e->file, given);
    FILE *answer = popen(command, "r");
    assert_non_null(answer);
    said[fread(said, 1, room - 1, answer)] = '\0';
    while (fgetc(answer) != EOF)
        ;
    int status = pclose(answer);
    assert_true(WIFEXITED(status));
}

static void run_race(void **state)
{
    const struct expectation *e = *state;
    char said[4096], verdict[24] = "", on[280];
    ask_race(e, said, sizeof said);
    sscanf(said, "%23[A-Z]", verdict);
    bool right = strcmp(verdict, e->verdict) == 0;
    snprintf(on, sizeof on, "data race on %s:", e->name);
    if (!right || (e->name[0] && !strstr(said, on)) || (e->says[0] && !strstr(said, e->says)))
        fail_msg("%s%s: expected %s%s%s, but: %s", e->file, e->flags, e->verdict,
                 e->name[0] ? " on " : "", e->name, said);
}

static void run(void **state)
{
    struct expectation *e = *state;
    const char *object = object_of(e);
    if (!object)
        fail_msg("%s%s: cannot be built", e->file, e->flags);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        in_child(e, object);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    if (status != 0)
        fail_msg("%s%s: %s", e->file, e->flags, WIFSIGNALED(status) ? "crashed" : "see above");
}

/* ---- all of them ------------------------------------------------------------------ */

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_program(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 2 && strcmp(entry->d_name + length - 2, ".c") == 0;
}

static int collect(const char *file, struct CMUnitTest *tests, int count, int room)
{
    char path[256], line[256];
    snprintf(path, sizeof path, "%s/%.200s", FOLDER, file);
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    int before = count;
    while (count < room && fgets(line, sizeof line, in) && strncmp(line, "//", 2) == 0) {
        if (strncmp(line, "// expect", 9) != 0)
            continue;
        struct expectation *e = parse(file, line);
        char name[280];
        snprintf(name, sizeof name, "%s%s%s", file, e->quick ? " race" : "", e->flags);
        tests[count++] =
            (struct CMUnitTest){strdup(name), e->quick ? run_race : run, NULL, NULL, e};
    }
    fclose(in);
    if (count == before)
        fail_msg("%s: no line \"// expect: VERDICT\"", path);
    return count;
}

int main(int argc, char **argv)
{
    enum { ROOM = 2000 };
    static struct CMUnitTest tests[ROOM];
    struct dirent **entries;
    int part = 1, parts = 1;
    if (argc > 1 && (sscanf(argv[1], "%d/%d", &part, &parts) != 2 || part < 1 || part > parts)) {
        fprintf(stderr, "usage: test_corpus [PART/PARTS]\n");
        return 2;
    }
    int files = scandir(FOLDER, &entries, is_program, by_name), count = 0;
    if (files <= 0) {
        fprintf(stderr, "no programs in %s: run this from the project's folder\n", FOLDER);
        return 1;
    }
    for (int i = 0; i < files; i++) {
        if (i % parts == part - 1)
            count = collect(entries[i]->d_name, tests, count, ROOM);
        free(entries[i]);
    }
    free(entries);
    return _cmocka_run_group_tests("corpus", tests, (size_t)count, NULL, NULL);
}
