/* main_help.c - what `interleave --help` and `interleave COMMAND --help` print. */
#include <stdlib.h>
#include <string.h>

#include "interleave/main_options.h"

static const struct {
    const char *name, *meaning;
} about[COMMANDS] = {
#define X(key, name, meaning) {name, meaning},
    TOOL_COMMANDS(X)
#undef X
};

static const char general[] =
    "\nFILE is a C source, an object or archive that `interleave cc` made, or a program that "
    "it linked. Flags of gcc (-DNAME, -I, -lm, -fopenmp ...) are passed on.\n"
    "Exit status: 0 nothing found in all schedules, 1 a finding, 2 wrong use or a program that "
    "does not compile, 3 undecided, 70 a fault of our own.\n"
    "`interleave COMMAND --help` lists the options of one command; the manual is interleave(1).";

static const char about_cc[] =
    "All flags are gcc's; those that the runtime needs are added and win. The linked program "
    "runs on interleave when it is started. The variable INTERLEAVE says how: `race` (the "
    "default), `explore` or `cores`, with options. It prints what its first schedule prints and "
    "returns its exit status; a finding goes to standard error, and the status is 1.";

/* The text above and below the list of options; malloc'ed. */
static char *document(enum command command)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        quit(EXIT_OURS, "[internal] out of memory");
    if (command == COMMANDS) {
        fprintf(out, "Runs an OpenMP program in every order that matters.\n\nCommands:\n");
        for (int i = 0; i < COMMANDS; i++)
            fprintf(out, "  %-10s%s\n", about[i].name, about[i].meaning);
        fprintf(out, "\nOptions:\v%s", general);
    } else {
        fprintf(out, "%s: %s\v%s", about[command].name, about[command].meaning,
                command == RUN_CC ? about_cc : "");
    }
    fclose(out);
    return text;
}

void help_print(enum command command, bool full)
{
    struct argp_option options[OPTIONS_ROOM];
    options_of(command, options);
    char *text = document(command), name[64];
    struct argp parser = {.options = options,
                          .args_doc = command == COMMANDS     ? "COMMAND FILE... [-- ARGUMENTS]"
                                      : command == RUN_CC     ? "FLAGS AND FILES OF GCC"
                                      : command == RUN_REPLAY ? "ID FILE... [-- ARGUMENTS]"
                                                              : "FILE... [-- ARGUMENTS]",
                          .doc = text};
    snprintf(name, sizeof name, "interleave%s%s", command == COMMANDS ? "" : " ",
             command == COMMANDS ? "" : about[command].name);
    argp_help(&parser, stdout,
              full ? ARGP_HELP_USAGE | ARGP_HELP_LONG | ARGP_HELP_DOC : ARGP_HELP_USAGE, name);
    free(text);
}
