/* main.c - build/interleave: questions about a program of your own.
 *
 *     interleave explore prog.c            every schedule that matters
 *     interleave race prog.c -- args       some schedules, at speed
 *     interleave cores --cores 4 prog.c    virtual cores, virtual time
 *     interleave replay ID prog.c          one schedule again, step by step
 *     interleave cc prog.c                 only compile it as the others do
 */
#include <argp.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/main_tool.h"

/* Executions of `race`: enough to meet what is common, few enough to be quick. */
#define RACE_EXECUTIONS 20

static const char *const commands[COMMANDS] = {"race", "explore", "cores", "replay", "cc"};

enum { KEY_STEPS = 256, KEY_SCHEDULES, KEY_ENGINE, KEY_FORMAT, KEY_SVG, KEY_LANES, KEY_LETTERS };

static const struct argp_option options[] = {
    {"threads", 't', "N", 0,
     "size of a team that does not name it (default: OMP_NUM_THREADS, else 4)", 0},
    {"cores", 'c', "N", 0, "number of virtual cores (default 4)", 0},
    {"max-schedules", KEY_SCHEDULES, "N", 0, "give up after so many executions", 0},
    {"max-steps", KEY_STEPS, "N", 0, "longest execution, in basic blocks", 0},
    {"format", KEY_FORMAT, "text|json", 0, "how the answer is written", 0},
    {"engine", KEY_ENGINE, "both|dpor|states|random", 0, "how schedules are searched", 0},
    {"svg", KEY_SVG, "FILE", 0, "draw what is shown into FILE too (not of race)", 0},
    {"lanes", KEY_LANES, "NAME", 0, "call a thread NAME in pictures (default: thread)", 0},
    {"letters", KEY_LETTERS, NULL, 0, "pictures: A, B ... in place of 0, 1 ...", 0},
    {"output", 'o', "FILE", 0, "cc: where the shared object goes", 0},
    {0},
};

void quit(int status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("interleave: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(status);
}

static uint64_t number(const char *option, const char *text, uint64_t most)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || errno || value < 1 || value > most)
        quit(EXIT_WRONG_USE, "--%s %s: a number from 1 to %llu is wanted", option, text,
             (unsigned long long)most);
    return value;
}

static int one_of(const char *option, const char *text, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(text, words[i]) == 0)
            return i;
    quit(EXIT_WRONG_USE, "--%s does not know \"%s\"; see interleave --help", option, text);
}

static void positional(struct asked *asked, char *text, struct argp_state *state)
{
    static int files;
    if (asked->command == COMMANDS) {
        for (int i = 0; i < COMMANDS; i++)
            if (strcmp(text, commands[i]) == 0)
                asked->command = (enum command)i;
        if (asked->command == COMMANDS)
            quit(EXIT_WRONG_USE, "there is no command \"%s\"; see interleave --help", text);
    } else if (asked->command == RUN_REPLAY && !asked->replay) {
        asked->replay = text;
    } else {
        (void)state;
        asked->files[files++] = text;
    }
}

static error_t option(int key, char *text, struct argp_state *state)
{
    static const char *const formats[] = {"text", "json", NULL};
    static const char *const engines[] = {"both", "dpor", "states", "random", NULL};
    struct asked *asked = state->input;
    switch (key) {
    case 't':
        asked->threads = (int)number("threads", text, 64);
        asked->threads_asked = true;
        break;
    case 'c':
        asked->cores = (int)number("cores", text, 64);
        break;
    case 'o':
        asked->output = text;
        break;
    case KEY_SCHEDULES:
        asked->max_schedules = number("max-schedules", text, UINT64_MAX);
        break;
    case KEY_STEPS:
        asked->max_steps = number("max-steps", text, UINT64_MAX);
        break;
    case KEY_FORMAT:
        asked->json = one_of("format", text, formats) == 1;
        break;
    case KEY_ENGINE:
        asked->engine = one_of("engine", text, engines);
        break;
    case KEY_SVG:
        asked->svg = text;
        break;
    case KEY_LANES:
        asked->lanes = text;
        break;
    case KEY_LETTERS:
        asked->letters = true;
        break;
    case ARGP_KEY_ARG:
        positional(asked, text, state);
        break;
    case ARGP_KEY_END:
        if (asked->command == COMMANDS) {
            argp_usage(state); /* does not come back */
            break;
        }
        if (!asked->files[0])
            quit(EXIT_WRONG_USE,
                 asked->command == RUN_REPLAY && asked->replay
                     ? "replay: which program? (interleave replay ID PROG.c)"
                     : "%s: which program?",
                 commands[asked->command]);
        break;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    return 0;
}

static const struct argp parser = {
    options,
    option,
    "race|explore|cores|cc PROG.c... [-- ARGS]\nreplay ID PROG.c... [-- ARGS]",
    "Runs an OpenMP program in every order that matters.\v"
    "Flags of gcc (-DNAME, -I, -lm ...) are passed on. Exit status: 0 nothing found in all "
    "schedules, 1 a finding, 2 wrong use or a program that does not compile, 3 undecided, "
    "70 a fault of our own.",
    NULL,
    NULL,
    NULL};

/* -DNAME, -Ifolder, -lm, -std=gnu11 … are gcc's, not ours. */
static bool is_gcc_flag(const char *text)
{
    return text[0] == '-' && text[1] != '\0' && strchr("DIULlfWmOgsw", text[1]) != NULL &&
           strcmp(text, "-l") != 0;
}

/* Takes the program's arguments and gcc's flags out of argv; returns the new argc. */
static int take_apart(struct asked *asked, int argc, char **argv)
{
    int kept = 1, flags = 0, end = 1;
    while (end < argc && strcmp(argv[end], "--") != 0)
        end++;
    for (int i = 1; i < end; i++)
        if (is_gcc_flag(argv[i])) {
            asked->flags[flags++] = argv[i];
            if (argv[i][2] == '\0' && strchr("DIUL", argv[i][1]) && i + 1 < end)
                asked->flags[flags++] = argv[++i]; /* -D NAME */
        } else {
            argv[kept++] = argv[i];
        }
    asked->arguments[0] = "";
    asked->argument_count = 1;
    for (int i = end + 1; i < argc; i++)
        asked->arguments[asked->argument_count++] = argv[i];
    argv[kept] = NULL;
    return kept;
}

/* OMP_NUM_THREADS, "4" or "4,2"; else 4. Never the host's cores. */
static int default_threads(void)
{
    const char *text = getenv("OMP_NUM_THREADS");
    long value = text ? strtol(text, NULL, 10) : 0;
    return value >= 1 && value <= 64 ? (int)value : 4;
}

/* ---- Commands --------------------------------------------------------------------- */

static int exit_code(enum verdict verdict)
{
    return verdict == PASS        ? EXIT_PASS
           : verdict == UNDECIDED ? EXIT_UNSURE
           : verdict == INTERNAL  ? EXIT_OURS
                                  : EXIT_FINDING;
}

static void stop_if_unable(int failed, const struct answer *answer)
{
    if (failed && answer->message) /* something that the runtime does not have */
        quit(EXIT_WRONG_USE, "%s", answer->message);
    if (failed)
        quit(EXIT_OURS, "[internal] the program could not be run, and no reason was given");
}

/* A schedule that shows the verdict: of the outcome that the runtime names; of
 * a racy program one that shows the race. */
static int shown_outcome(const struct answer *answer)
{
    int shown = answer->worst;
    for (int i = 0; shown < 0 && answer->verdict == RACE && i < answer->outcome_count; i++)
        if (answer->outcomes[i].race)
            shown = i;
    bool elsewhere = answer->race_count > 0 && answer->races[0].team > 0;
    if (shown < 0 && !elsewhere && answer->outcome_count > 0 && answer->verdict != PASS &&
        answer->verdict != UNDECIDED)
        shown = answer->outcome_count - 1; /* VARIES: one that differs from the first */
    return shown;
}

static int explore(const struct asked *asked, struct ask *ask)
{
    struct answer answer, again;
    struct trace picture = {0};
    char *id = NULL;
    ask->engine = (unsigned)asked->engine;
    if (asked->command == RUN_RACE) {
        ask->engine = ENGINE_RANDOM;
        ask->max_executions = asked->max_schedules ? asked->max_schedules : RACE_EXECUTIONS;
    }
    stop_if_unable(interleave_explore(ask, &answer), &answer);
    int shown = shown_outcome(&answer);
    if (shown >= 0) {
        const struct choices *choices = &answer.outcomes[shown].choices;
        id = choices_id(choices);
        if (asked->command != RUN_RACE) {
            interleave_run(ask, choices, false, &again, &picture);
            answer_free(&again);
        }
    }
    (asked->json ? json_explored : text_explored)(asked, &answer, &picture, id);
    if (asked->svg && picture.count > 0)
        svg_drawn(asked, &picture);
    else if (asked->svg)
        fprintf(stderr, "interleave: --svg: no schedule is shown, so there is nothing to draw\n");
    enum verdict verdict = answer.verdict;
    free(id);
    trace_free(&picture);
    answer_free(&answer);
    return exit_code(verdict);
}

static int replay(const struct asked *asked, struct ask *ask)
{
    struct answer answer;
    struct trace picture = {0};
    struct choices choices = {0};
    const char *why = choices_read(asked->replay, &choices);
    if (why)
        quit(EXIT_WRONG_USE, "%s: %s", asked->replay, why);
    stop_if_unable(interleave_run(ask, &choices, false, &answer, &picture), &answer);
    if (answer.outcome_count == 0)
        quit(EXIT_WRONG_USE, "%s: %s", asked->replay,
             answer.message ? answer.message : "the program does not follow this schedule");
    (asked->json ? json_explored : text_explored)(asked, &answer, &picture, asked->replay);
    if (asked->svg)
        svg_drawn(asked, &picture);
    enum verdict verdict = answer.verdict;
    choices_free(&choices);
    trace_free(&picture);
    answer_free(&answer);
    return exit_code(verdict);
}

static int cores(const struct asked *asked, struct ask *ask)
{
    struct answer answer;
    struct trace trace = {0};
    struct machine machine = {.cores = asked->cores};
    stop_if_unable(interleave_machine(ask, &machine, &answer, &trace), &answer);
    (asked->json ? json_cores : text_cores)(asked, &answer, &machine, &trace);
    if (asked->svg)
        svg_drawn(asked, &trace);
    enum verdict verdict = answer.verdict;
    trace_free(&trace);
    answer_free(&answer);
    return exit_code(verdict);
}

int main(int argc, char **argv)
{
    size_t room = (size_t)argc + 2;
    struct asked asked = {
        .command = COMMANDS, .cores = 4, .threads = default_threads(), .engine = ENGINE_BOTH};
    asked.files = calloc(room, sizeof *asked.files);
    asked.flags = calloc(room, sizeof *asked.flags);
    asked.arguments = calloc(room, sizeof *asked.arguments);
    if (!asked.files || !asked.flags || !asked.arguments)
        quit(EXIT_OURS, "[internal] out of memory");
    argp_err_exit_status = EXIT_WRONG_USE;
    argc = take_apart(&asked, argc, argv);
    argp_parse(&parser, argc, argv, 0, NULL, &asked);
    if (asked.command == RUN_CC)
        return program_compile(&asked);
    struct ask ask = {.body = program_run,
                      .input = &asked,
                      .team = asked.threads,
                      .max_steps = asked.max_steps,
                      .max_executions = asked.max_schedules,
                      .other_teams = !asked.threads_asked};
    program_load(&asked);
    return asked.command == RUN_CORES    ? cores(&asked, &ask)
           : asked.command == RUN_REPLAY ? replay(&asked, &ask)
                                         : explore(&asked, &ask);
}
