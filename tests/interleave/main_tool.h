/* main_tool.h - the parts of build/interleave: what was asked, building, saying. */
#ifndef INTERLEAVE_MAIN_TOOL_H
#define INTERLEAVE_MAIN_TOOL_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "interleave/interleave.h"

enum { EXIT_PASS = 0, EXIT_FINDING = 1, EXIT_WRONG_USE = 2, EXIT_UNSURE = 3, EXIT_OURS = 70 };

/* The commands: name, and what --help says of each. */
#define TOOL_COMMANDS(X)                                                                           \
    X(RACE, "race", "quickly, large inputs too: is there a data race?")                            \
    X(EXPLORE, "explore", "every schedule that matters")                                           \
    X(CORES, "cores", "the program on virtual cores, in virtual time")                             \
    X(REPLAY, "replay", "one schedule again, by its id")                                           \
    X(STEP, "step", "you choose who goes next")                                                    \
    X(CC, "cc", "gcc for programs that run on interleave, for Makefiles")

enum command {
#define X(key, name, meaning) RUN_##key,
    TOOL_COMMANDS(X)
#undef X
        COMMANDS
};

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF };

struct asked {
    enum command command;
    /* what is run: all files as they were typed, and the same sorted; NULL-terminated */
    const char **files, **sources, **objects;
    const char **flags; /* for gcc; NULL-terminated */
    char **arguments;   /* of the program; [0] is its name */
    int argument_count;
    bool built; /* files[0] is a program that `interleave cc` linked */

    const char *replay; /* id */
    bool of_race;       /* the id came from race */
    bool gdb, in_gdb;
    int threads, cores, jobs;
    bool threads_asked; /* by --threads */
    uint64_t max_schedules, max_steps;
    int engine;

    /* how the answer is given */
    enum format format;
    const char *output; /* file of the answer, or NULL */
    FILE *out;          /* where it goes: open_answer() */
    const char *svg;    /* file for a drawing, or NULL */
    const char *perfetto;
    const char *lanes; /* what a thread is called in pictures, or NULL */
    bool letters;      /* A, B … in place of 0, 1 … */
    bool plain;        /* no colour, nothing beyond ASCII */
    bool launched;     /* the program was started by its own name: see main_launch.c */
};

/* ---- main_options.c: the command line ------------------------------------------ */

/* Fills asked, or says what is wrong and exits with 2; --help exits with 0. */
void options_read(struct asked *asked, int argc, char **argv);

/* "race" for RUN_RACE. */
const char *command_name(enum command command);

/* ---- main_program.c: the program under test ----------------------------------- */

/* Compiles and loads it; says what is wrong and exits with 2 when that fails. */
void program_load(const struct asked *asked);

/* Was the linked file at path compiled by interleave cc? (main_cc_file.c) */
bool program_is_ours(const char *path);

/* For struct ask: runs main(argc, argv). */
void program_run(const void *asked);

/* Says on standard error what is wrong, and exits. */
_Noreturn void quit(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- main_ask.c: the questions; each returns the exit status ----------------------- */

int ask_explore(const struct asked *asked, struct ask *ask);
int ask_replay(const struct asked *asked, struct ask *ask);
int ask_cores(const struct asked *asked, struct ask *ask);
int ask_launched(const struct asked *asked, struct ask *ask); /* main_launch.c */
int ask_step(const struct asked *asked, struct ask *ask);     /* main_step.c */

/* The exit status that stands for a verdict. */
int exit_status_of(enum verdict verdict);

/* Stops with the reason when interleave_…() returned `failed`. */
void stop_if_unable(int failed, const struct answer *answer);

/* ---- main_cc.c: gcc in a Makefile; main_launch.c: the program that it made ---------- */

int cc_main(int argc, char **argv);

/* The start of every linked program, as C text; see main_launcher.c. */
extern const char launcher_source[];

/* The command line of a program that was started by its own name, from the
 * variable INTERLEAVE: argv is { tool, "--program", path, name, arguments… }. */
void launch_options(struct asked *asked, int argc, char **argv);

/* ---- main_gdb.c ------------------------------------------------------------------ */

/* Becomes gdb, which runs this tool again; does not come back. */
_Noreturn void gdb_become(const struct asked *asked, char **argv);

/* Here the debugger stops for the first time. */
void gdb_replay_begins(void);

/* ---- main_text.c, main_races.c, main_json.c, main_sarif.c: the answer ---------------- */

/* picture is empty when no schedule is shown; id NULL when none failed. */
void text_explored(const struct asked *asked, const struct answer *answer,
                   const struct trace *picture, const char *id);
void text_cores(const struct asked *asked, const struct answer *answer,
                const struct machine *machine, const struct trace *trace);

void json_explored(const struct asked *asked, const struct answer *answer,
                   const struct trace *picture, const char *id);
void json_cores(const struct asked *asked, const struct answer *answer,
                const struct machine *machine, const struct trace *trace);

void sarif_explored(const struct asked *asked, const struct answer *answer,
                    const struct trace *picture, const char *id);

/* The races, as text folded to width columns. */
void text_races(FILE *out, const struct asked *asked, const struct answer *answer, int width);

/* The command line that plays a schedule again, as it has to be typed here. */
void text_again(FILE *out, const struct asked *asked, const char *id);

/* ---- main_page.c: text for the terminal that is there -------------------------------- */

/* How pictures are drawn there. */
struct trace_style style_here(const struct asked *asked, const struct trace *trace);
bool colours_here(const struct asked *asked);

/* Between them the answer is written; text_end() gives it to asked->out. */
FILE *text_begin(void);
void text_end(const struct asked *asked, const struct trace_style *style);

/* Text between indent and width columns, folded at blanks; what follows its
 * first line stands two columns further in. */
void text_folded(FILE *out, int indent, int width, const char *text);

/* A message on stderr; folded where that is a terminal, else one line. */
void say(const char *format, va_list arguments);
void remark(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* ---- main_files.c: drawings of the schedule, or of the cores --------------------- */

/* Writes what --svg and --perfetto ask for. */
void files_written(const struct asked *asked, const struct trace *trace);

#endif
