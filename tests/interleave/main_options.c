/* main_options.c - the command line: one table of options, and which commands
 * know each. Flags of gcc go to gcc; what follows `--` to the program. */
#include <argp.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/environment.h"
#include "interleave/main_options.h"
#include "interleave/main_tool.h"

static const char *const names[COMMANDS] = {
#define X(key, name, meaning) name,
    TOOL_COMMANDS(X)
#undef X
};

const char *command_name(enum command command) { return command < COMMANDS ? names[command] : ""; }

enum {
    KEY_STEPS = 256,
    KEY_SCHEDULES,
    KEY_ENGINE,
    KEY_FORMAT,
    KEY_SVG,
    KEY_PERFETTO,
    KEY_LANES,
    KEY_LETTERS,
    KEY_PLAIN,
    KEY_GDB,
    KEY_USAGE
};

/* Which commands know an option. */
enum {
    OF_RACE = 1 << RUN_RACE,
    OF_EXPLORE = 1 << RUN_EXPLORE,
    OF_CORES = 1 << RUN_CORES,
    OF_REPLAY = 1 << RUN_REPLAY,
    OF_STEP = 1 << RUN_STEP,
    SEARCHES = OF_RACE | OF_EXPLORE,
    ANSWERS = SEARCHES | OF_CORES | OF_REPLAY,
    RUNS = ANSWERS | OF_STEP,
    ALL = RUNS | 1 << RUN_CC
};

static const struct tool_option {
    struct argp_option option;
    unsigned commands;
} table[] = {
    {{"threads", 't', "N", 0,
      "size of a team that does not name it (default: OMP_NUM_THREADS, else 4)", 1},
     RUNS},
    {{"cores", 'c', "N", 0, "number of virtual cores (default 4)", 1}, OF_CORES},
    {{"max-schedules", KEY_SCHEDULES, "N", 0, "give up after so many executions", 1}, SEARCHES},
    {{"max-steps", KEY_STEPS, "N", 0, "longest execution, in basic blocks", 1}, RUNS},
    {{"jobs", 'j', "N", 0,
      "search on so many processors, 1 or 2 (default: what there is); the answer does not depend "
      "on it",
      1},
     OF_EXPLORE},
    {{"engine", KEY_ENGINE, "both|dpor|states|random", 0, "how schedules are searched", 1},
     OF_EXPLORE},
    {{"gdb", KEY_GDB, NULL, 0, "replay the schedule in the debugger gdb", 1}, OF_REPLAY},
    {{"format", KEY_FORMAT, "text|json|sarif", 0, "how the answer is written", 2}, ANSWERS},
    {{"output", 'o', "FILE", 0, "write the answer into FILE", 2}, ANSWERS},
    {{"svg", KEY_SVG, "FILE", 0, "draw what is shown into FILE too", 2}, ANSWERS},
    {{"perfetto", KEY_PERFETTO, "FILE", 0, "write it as trace events, for ui.perfetto.dev", 2},
     ANSWERS},
    {{"lanes", KEY_LANES, "NAME", 0, "call a thread NAME in pictures (default: thread)", 2}, RUNS},
    {{"letters", KEY_LETTERS, NULL, 0, "pictures: A, B ... in place of 0, 1 ...", 2}, RUNS},
    {{"plain", KEY_PLAIN, NULL, 0, "no colour, and no character beyond ASCII", 2}, RUNS},
    {{"help", '?', NULL, 0, "this text; after a command, its options", 3}, ALL},
    {{"usage", KEY_USAGE, NULL, 0, "a short message about usage", 3}, ALL},
    {{"version", 'V', NULL, 0, "the version of this tool, and of gcc", 3}, ALL},
};
enum { OPTIONS = sizeof table / sizeof *table };
_Static_assert((int)OPTIONS < (int)OPTIONS_ROOM, "room for all options and the end");

static error_t option(int key, char *text, struct argp_state *state);

void options_of(enum command command, struct argp_option *room)
{
    for (int i = 0; i < OPTIONS; i++)
        if (command == COMMANDS || table[i].commands & 1U << command)
            *room++ = table[i].option;
    *room = (struct argp_option){0};
}

/* The command that stands in front, whatever follows. */
static enum command command_in(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        for (int k = 0; k < COMMANDS; k++)
            if (strcmp(argv[i], names[k]) == 0)
                return (enum command)k;
    return COMMANDS;
}

/* ---- values ---------------------------------------------------------------------- */

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

/* ---- files ------------------------------------------------------------------------ */

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), least = strlen(end);
    return length > least && strcmp(text + length - least, end) == 0;
}

/* Is it an executable or shared object (ELF type DYN)? */
static bool is_linked(const char *path)
{
    unsigned char head[18] = {0};
    FILE *file = fopen(path, "rb");
    bool linked = file && fread(head, sizeof head, 1, file) == 1 &&
                  memcmp(head, "\177ELF", 4) == 0 && (head[16] == 3 || head[16] == 2);
    if (file)
        fclose(file);
    return linked;
}

static void add(const char **list, const char *text)
{
    while (*list)
        list++;
    *list = text;
}

static void sort_files(struct asked *asked)
{
    for (int i = 0; asked->files[i]; i++) {
        const char *file = asked->files[i];
        if (strcmp(file, "-") == 0)
            quit(EXIT_WRONG_USE,
                 "a program is read from a file, not from standard input: give its name");
        bool source = ends_with(file, ".c"),
             object = ends_with(file, ".o") || ends_with(file, ".a") || ends_with(file, ".so");
        if (!source && !object && is_linked(file)) {
            if (asked->files[1])
                quit(EXIT_WRONG_USE, "%s is a whole program: name it alone", file);
            asked->built = true;
        }
        add(object ? asked->objects : asked->sources, file);
    }
}

static void positional(struct asked *asked, char *text)
{
    if (asked->command == COMMANDS) {
        for (int i = 0; i < COMMANDS; i++)
            if (strcmp(text, names[i]) == 0)
                asked->command = (enum command)i;
        if (asked->command == COMMANDS)
            quit(EXIT_WRONG_USE, "there is no command \"%s\"; see interleave --help", text);
    } else if (asked->command == RUN_REPLAY && !asked->replay) {
        asked->replay = text;
    } else {
        add(asked->files, text);
    }
}

/* ---- options ----------------------------------------------------------------------- */

static unsigned given; /* options of the table, by bits */

static void note_given(int key)
{
    for (int i = 0; i < OPTIONS; i++)
        if (table[i].option.key == key)
            given |= 1U << i;
}

static void check_given(const struct asked *asked)
{
    for (int i = 0; i < OPTIONS; i++)
        if (given & 1U << i && !(table[i].commands & 1U << asked->command))
            quit(EXIT_WRONG_USE, "%s has no option --%s; see interleave %s --help",
                 command_name(asked->command), table[i].option.name, command_name(asked->command));
    if (asked->command == RUN_CORES && asked->format == FORMAT_SARIF)
        quit(EXIT_WRONG_USE, "cores has no findings for SARIF: --format text or json");
}

static void complete(struct asked *asked, struct argp_state *state)
{
    if (asked->command == COMMANDS)
        argp_usage(state); /* does not come back */
    if (asked->command == RUN_REPLAY && !asked->replay)
        quit(EXIT_WRONG_USE, "replay: which schedule? (interleave replay ID PROG.c)");
    if (!asked->files[0])
        quit(EXIT_WRONG_USE, "%s: which program? (interleave %s%s PROG.c)",
             command_name(asked->command), command_name(asked->command),
             asked->command == RUN_REPLAY ? " ID" : "");
    check_given(asked);
    sort_files(asked);
}

static error_t value_option(struct asked *asked, int key, char *text)
{
    static const char *const formats[] = {"text", "json", "sarif", NULL};
    static const char *const engines[] = {"both", "dpor", "states", "random", NULL};
    switch (key) {
    case 't':
        asked->threads = (int)number("threads", text, 64);
        asked->threads_asked = true;
        break;
    case 'c':
        asked->cores = (int)number("cores", text, 64);
        break;
    case 'j':
        asked->jobs = (int)number("jobs", text, 1024);
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
        asked->format = (enum format)one_of("format", text, formats);
        break;
    case KEY_ENGINE:
        asked->engine = one_of("engine", text, engines);
        break;
    case KEY_SVG:
        asked->svg = text;
        break;
    case KEY_PERFETTO:
        asked->perfetto = text;
        break;
    case KEY_LANES:
        asked->lanes = text;
        break;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    return 0;
}

static error_t option(int key, char *text, struct argp_state *state)
{
    struct asked *asked = state->input;
    note_given(key);
    switch (key) {
    case KEY_LETTERS:
        asked->letters = true;
        break;
    case KEY_PLAIN:
        asked->plain = true;
        break;
    case KEY_GDB:
        asked->gdb = true;
        asked->in_gdb = getenv("INTERLEAVE_IN_GDB") != NULL;
        break;
    case '?':
    case KEY_USAGE:
        help_print(command_in(state->argc, state->argv), key == '?');
        exit(EXIT_PASS);
    case 'V':
        printf("interleave %s, for gcc %d\n", INTERLEAVE_VERSION, __GNUC__);
        exit(EXIT_PASS);
    case ARGP_KEY_ARG:
        positional(asked, text);
        break;
    case ARGP_KEY_END:
        complete(asked, state);
        break;
    default:
        return value_option(asked, key, text);
    }
    return 0;
}

/* ---- taking apart -------------------------------------------------------------------- */

/* -DNAME, -Ifolder, -lm, -std=gnu11 ... are gcc's, not ours. */
static bool is_gcc_flag(const char *text)
{
    static const char *const beginnings[] = {
        "-D",        "-I",    "-U", "-L",        "-l",       "-f",      "-W",
        "-m",        "-O",    "-g", "-std=",     "-w",       "-s",      "-pthread",
        "-pedantic", "-ansi", "-i", "-nostdinc", "-Xlinker", "--param", NULL};
    for (int i = 0; beginnings[i]; i++)
        if (strncmp(text, beginnings[i], strlen(beginnings[i])) == 0)
            return true;
    return false;
}

/* "-D NAME": the value is the next word. */
static bool has_value(const char *flag)
{
    return (flag[2] == '\0' && strchr("DIULl", flag[1])) || strcmp(flag, "-Xlinker") == 0 ||
           strcmp(flag, "--param") == 0 || strcmp(flag, "-isystem") == 0 ||
           strcmp(flag, "-include") == 0 || strcmp(flag, "-iquote") == 0 ||
           strcmp(flag, "-idirafter") == 0 || strcmp(flag, "-imacros") == 0;
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
            if (has_value(argv[i]) && i + 1 < end)
                asked->flags[flags++] = argv[++i];
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
    environment_read();
    int threads = by_level(&environment.threads, 0, 4);
    return threads < 64 ? threads : 64;
}

static void *room_for(int argc)
{
    void *list = calloc((size_t)argc + 2, sizeof(char *));
    if (!list)
        quit(EXIT_OURS, "[internal] out of memory");
    return list;
}

void options_read(struct asked *asked, int argc, char **argv)
{
    static struct argp_option room[OPTIONS_ROOM];
    *asked = (struct asked){
        .command = COMMANDS, .cores = 4, .threads = default_threads(), .engine = ENGINE_BOTH};
    asked->files = room_for(argc);
    asked->sources = room_for(argc);
    asked->objects = room_for(argc);
    asked->flags = room_for(argc);
    asked->arguments = room_for(argc);
    options_of(COMMANDS, room);
    struct argp parser = {
        .options = room, .parser = option, .args_doc = "COMMAND [OPTION...] FILE..."};
    argp_err_exit_status = EXIT_WRONG_USE;
    argc = take_apart(asked, argc, argv);
    argp_parse(&parser, argc, argv, ARGP_NO_HELP, NULL, asked);
}
