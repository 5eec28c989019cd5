/* grade - grades exercises and speaks to people. See house.h for where things
 * lie, result.h for the model, command.h for what it can do. */
#include <argp.h>
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grade/command.h"
#include "grade/text.h"

static const char doc[] =
    "Grades the exercises of Four Cores, One Seat: the same submission gets the same answer on "
    "every machine, every time."
    "\v"
    "Commands:\n"
    "  (none)             every exercise: a line each, and what to do next\n"
    "  31 lost ...        those in full: number, name or unique beginning\n"
    "  hint 42            hint 1, then 2, then 3\n"
    "  replay 42 ID       a failing schedule again\n"
    "  cores 25           what four virtual cores did\n"
    "  run 31 -n 1000     on real threads, outcomes counted: luck, beside the\n"
    "                     explorer's certainty\n"
    "  reset 42           the starter again; your file is kept as slug.c.1, .2 ...\n"
    "  lint               checks the exercises themselves (for authors)\n"
    "\n"
    "Exit status: 0 all pass, 1 some fail, 2 usage or an unreadable file, 70 internal.";

enum { KEY_FROM = 256, KEY_FORMAT, KEY_OUTPUT, KEY_PLAIN, KEY_JOBS };

static const struct argp_option options[] = {
    {"from", KEY_FROM, "DIR", 0, "Folder of the submissions (default: exercises)", 0},
    {"format", KEY_FORMAT, "FORMAT", 0, "text, json or junit (default: text)", 0},
    {"output", KEY_OUTPUT, "FILE", 0, "Write the results there, whole or not at all", 0},
    {"plain", KEY_PLAIN, NULL, 0, "No colour, no progress", 0},
    {"jobs", KEY_JOBS, "N", 0, "Exercises graded at once (default: processors)", 0},
    {"times", 'n', "N", 0, "How often `run` runs (default: 1000)", 0},
    {0},
};

static const struct {
    const char *name;
    int (*run)(const struct house *, const struct request *);
    bool formats; /* has results that other formats than text can carry */
} commands[] = {
    {"hint", command_hint, false}, {"replay", command_replay, true}, {"cores", command_cores, true},
    {"run", command_run, false},   {"reset", command_reset, false},  {"lint", command_lint, false},
};

static long whole_number(const char *text, long most, struct argp_state *state, const char *what)
{
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno != 0 || *end != '\0' || end == text || value < 1 || value > most) {
        argp_error(state, "%s takes a number from 1 to %ld, not '%s'", what, most, text);
    }
    return value;
}

static error_t take_option(int key, char *value, struct argp_state *state)
{
    struct request *request = state->input;
    switch (key) {
    case KEY_FROM:
        request->from = value;
        request->from_given = true;
        break;
    case KEY_FORMAT:
        if (strcmp(value, "text") != 0 && strcmp(value, "json") != 0 &&
            strcmp(value, "junit") != 0) {
            argp_error(state, "there is no format '%s': text, json or junit", value);
        }
        request->format = value;
        break;
    case KEY_OUTPUT:
        request->output = value;
        break;
    case KEY_PLAIN:
        request->plain = true;
        break;
    case KEY_JOBS:
        request->jobs = (int)whole_number(value, 1024, state, "--jobs");
        break;
    case 'n':
        request->times = whole_number(value, 1000000000, state, "-n");
        break;
    case ARGP_KEY_ARG:
        request->words = list_add(request->words, text_copy(value));
        request->word_count++;
        break;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    return 0;
}

/* Where the submissions lie. Returns 0, or 2 after a message. */
static int choose_folder(struct request *request, const struct house *house)
{
    struct stat info;
    if (!request->from_given) {
        request->from = house->submissions;
    }
    if (stat(request->from, &info) != 0) {
        return complain(
            "%s cannot be opened: %s; it should hold NN-slug/slug.c, as exercises/ does",
            request->from, strerror(errno));
    }
    if (!S_ISDIR(info.st_mode)) {
        return complain("%s is not a folder: it should hold NN-slug/slug.c, as exercises/ does",
                        request->from);
    }
    return 0;
}

static int dispatch(const struct house *house, struct request *request)
{
    struct request inner = *request;
    for (size_t i = 0; request->word_count > 0 && i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(request->words[0], commands[i].name) == 0) {
            if (!commands[i].formats && strcmp(request->format, "text") != 0) {
                return complain("`%s %s` speaks text only", house->command, commands[i].name);
            }
            inner.words++;
            inner.word_count--;
            return commands[i].run(house, &inner);
        }
    }
    return command_grade(house, &inner);
}

static void print_version(FILE *out, struct argp_state *state)
{
    (void)state;
    fprintf(out, "grade %s (Four Cores, One Seat)\n", GRADE_VERSION);
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "");
    signal(SIGPIPE, SIG_DFL);
    argp_err_exit_status = EXIT_USAGE;
    argp_program_version_hook = print_version;
    setenv("ARGP_HELP_FMT", "rmargin=79,opt-doc-col=26,usage-indent=6,no-dup-args-note", 0);
    const struct argp argp = {options, take_option, "[COMMAND] [EXERCISE...]", doc, NULL,
                              NULL,    NULL};
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    struct request request = {.format = "text", .times = 1000};
    request.jobs = processors > 0 ? (int)processors : 1;
    argp_parse(&argp, argc, argv, 0, NULL, &request);

    struct house house;
    int status = house_open(&house, argv[0]);
    if (status == 0) {
        status = choose_folder(&request, &house);
    }
    if (status == 0) {
        status = dispatch(&house, &request);
    }
    house_free(&house);
    list_free(request.words);
    return status;
}
