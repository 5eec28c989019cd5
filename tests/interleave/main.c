/* main.c - build/interleave: questions about a program of your own.
 *
 *     interleave race prog.c -- args       some schedules, at speed
 *     interleave explore prog.c            every schedule that matters
 *     interleave cores --cores 4 prog.c    virtual cores, virtual time
 *     interleave replay ID prog.c          one schedule again, step by step
 *     interleave step prog.c               you choose who goes next
 *     make CC="interleave cc"              programs that run on it by themselves
 */
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/main_tool.h"

void quit(int status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
    exit(status);
}

/* The search has two engines: it has no use for more. */
static int processors(void)
{
    cpu_set_t mine;
    bool known = sched_getaffinity(0, sizeof mine, &mine) == 0;
    return known && CPU_COUNT(&mine) > 1 ? 2 : 1;
}

static int ask_about(struct asked *asked)
{
    struct ask ask = {.body = program_run,
                      .input = asked,
                      .team = asked->threads,
                      .jobs = asked->jobs ? asked->jobs : processors(),
                      .max_steps = asked->max_steps,
                      .max_executions = asked->max_schedules,
                      .long_runs = true,
                      .other_teams = !asked->threads_asked};
    program_load(asked);
    if (asked->launched)
        return ask_launched(asked, &ask);
    switch (asked->command) {
    case RUN_CORES:
        return ask_cores(asked, &ask);
    case RUN_REPLAY:
        return ask_replay(asked, &ask);
    case RUN_STEP:
        return ask_step(asked, &ask);
    default:
        return ask_explore(asked, &ask);
    }
}

int main(int argc, char **argv)
{
    struct asked asked;
    if (argc > 1 && strcmp(argv[1], "cc") == 0)
        return cc_main(argc - 1, argv + 1);
    if (argc > 3 && strcmp(argv[1], "--program") == 0) {
        launch_options(&asked, argc, argv);
    } else {
        char **copy = calloc((size_t)argc + 1, sizeof *copy);
        if (!copy)
            quit(EXIT_OURS, "[internal] out of memory");
        memcpy(copy, argv, (size_t)argc * sizeof *copy);
        options_read(&asked, argc, copy);
        if (asked.gdb && !asked.in_gdb)
            gdb_become(&asked, argv);
    }
    return ask_about(&asked);
}
