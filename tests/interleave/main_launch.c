/* main_launch.c - a program that `interleave cc` linked, started by its own name.
 *
 * It behaves as the program does: what its first schedule prints is printed, its
 * exit status is returned. Then the question in the variable INTERLEAVE is
 * asked ("race" unless it says otherwise), and only a finding is told: on
 * standard error, and with exit status 1. So a test suite of the program's own
 * runs as it is and fails where there is a race.
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/main_tool.h"
#include "interleave/output.h"

enum { MOST_WORDS = 64 };

/* Parts text at blanks; in place. */
static int part(char *text, char **words)
{
    int count = 0;
    for (char *word = strtok(text, " \t\n"); word; word = strtok(NULL, " \t\n")) {
        if (count == MOST_WORDS)
            quit(EXIT_WRONG_USE, "INTERLEAVE holds more than %d words", MOST_WORDS);
        words[count++] = word;
    }
    return count;
}

void launch_options(struct asked *asked, int argc, char **argv)
{
    const char *variable = getenv("INTERLEAVE");
    char *text = strdup(variable && variable[strspn(variable, " \t\n")] ? variable : "race");
    char *words[MOST_WORDS] = {NULL};
    char **line = calloc((size_t)argc + MOST_WORDS + 4, sizeof *line);
    if (!text || !line)
        quit(EXIT_OURS, "[internal] out of memory");
    /* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): words points into it as long as the tool runs */
    int count = part(text, words), end = 0;
    if (count == 0 || (strcmp(words[0], "race") != 0 && strcmp(words[0], "explore") != 0 &&
                       strcmp(words[0], "cores") != 0))
        quit(EXIT_WRONG_USE,
             "INTERLEAVE=\"%s\": a program that is started by its name is asked race, explore or "
             "cores, with options; all else is asked by: interleave COMMAND %s",
             variable, argv[2]);
    line[end++] = (char *)(uintptr_t) "INTERLEAVE";
    for (int i = 0; i < count; i++)
        line[end++] = words[i];
    line[end++] = argv[2];
    line[end++] = (char *)(uintptr_t) "--";
    for (int i = 4; i < argc; i++)
        line[end++] = argv[i];
    options_read(asked, end, line); /* keeps the words */
    asked->launched = true;
    asked->arguments[0] = argv[3];
}

/* Prints what the first schedule prints; true when it ended by itself. */
static bool first_schedule(const struct ask *ask, struct answer *answer)
{
    output_keep();
    stop_if_unable(interleave_run(ask, NULL, false, answer, NULL), answer);
    if (!output_let_out())
        quit(EXIT_WRONG_USE, "what the program prints cannot be written");
    if (answer->outcome_count == 0)
        return false;
    const struct outcome *outcome = &answer->outcomes[0];
    return outcome->verdict == PASS || outcome->verdict == LEAK;
}

int ask_launched(const struct asked *asked, struct ask *ask)
{
    struct answer first;
    struct trace none = {0};
    bool ended = first_schedule(ask, &first);
    int status = ended ? first.outcomes[0].exit_status : EXIT_FINDING;
    int found = asked->command == RUN_CORES ? ask_cores(asked, ask) : ask_explore(asked, ask);
    bool nothing = found == EXIT_PASS || found == EXIT_UNSURE;
    if (nothing && !ended) { /* the others ended, this one did not */
        struct asked here = *asked;
        here.out = stderr;
        text_explored(&here, &first, &none, NULL);
    }
    answer_free(&first);
    return nothing ? status : found;
}
