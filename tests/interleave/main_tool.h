/* main_tool.h - the parts of build/interleave: what was asked, building, saying. */
#ifndef INTERLEAVE_MAIN_TOOL_H
#define INTERLEAVE_MAIN_TOOL_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/interleave.h"

enum { EXIT_PASS = 0, EXIT_FINDING = 1, EXIT_WRONG_USE = 2, EXIT_UNSURE = 3, EXIT_OURS = 70 };

enum command { RUN_RACE, RUN_EXPLORE, RUN_CORES, RUN_REPLAY, RUN_CC, COMMANDS };

struct asked {
    enum command command;
    const char **files; /* NULL-terminated */
    const char **flags; /* for gcc; NULL-terminated */
    char **arguments;   /* of the program; [0] is its name */
    int argument_count;
    const char *replay; /* id */
    const char *output; /* cc -o */
    const char *svg;    /* file for a drawing, or NULL */
    const char *lanes;  /* what a thread is called in pictures, or NULL */
    bool letters;       /* A, B … in place of 0, 1 … */
    int threads, cores;
    bool threads_asked; /* by --threads */
    uint64_t max_schedules, max_steps;
    int engine;
    bool json;
};

/* ---- main_program.c: the program under test ----------------------------------- */

/* Compiles and loads it; says what is wrong and exits with 2 when that fails. */
void program_load(const struct asked *asked);

/* Compiles it to asked->output (or only checks that it compiles); exit code. */
int program_compile(const struct asked *asked);

/* For struct ask: runs main(argc, argv). */
void program_run(const void *asked);

/* Says on standard error what is wrong, and exits. */
_Noreturn void quit(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- main_text.c, main_json.c: the answer -------------------------------------- */

void text_explored(const struct asked *asked, const struct answer *answer,
                   const struct trace *picture, const char *id);
void text_cores(const struct asked *asked, const struct answer *answer,
                const struct machine *machine, const struct trace *trace);

void json_explored(const struct asked *asked, const struct answer *answer,
                   const struct trace *picture, const char *id);
void json_cores(const struct asked *asked, const struct answer *answer,
                const struct machine *machine, const struct trace *trace);

/* ---- main_svg.c: a drawing of the schedule, or of the cores, into asked->svg ---- */

void svg_drawn(const struct asked *asked, const struct trace *trace);

#endif
