/* main_gdb.c - `interleave replay ID --gdb`: the schedule in the debugger.
 *
 * gdb runs this tool again with the same command line. Before the replay the
 * runtime runs the program many times to learn what a step is; gdb lets that
 * pass and gives the person its prompt when the replay begins. All threads of
 * the program are fibers of one thread of the host, so gdb's breakpoints, `next`
 * and `backtrace` are those of the fiber that runs.
 */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "interleave/main_tool.h"

static const char script[] =
    "set confirm off\n"
    "set breakpoint pending on\n"
    "set print thread-events off\n"
    "set debuginfod enabled off\n"
    "set environment INTERLEAVE_IN_GDB=1\n"
    "handle SIGVTALRM nostop noprint pass\n"
    "handle SIGSEGV SIGBUS SIGFPE SIGILL SIGABRT nostop noprint pass\n"
    "define interleave-step\n"
    "  enable $interleave_breakpoint\n"
    "  continue\n"
    "  disable $interleave_breakpoint\n"
    "  if $_isvoid($_exitcode) && $pc == (unsigned long)&interleave_before_step\n"
    "    printf \"thread %d goes on in: \", (int)$rdi\n"
    "    info line *($rsi - 1)\n"
    "    tbreak *$rsi\n"
    "    continue\n"
    "  end\n"
    "end\n"
    "document interleave-step\n"
    "Goes to the next step of the schedule, in the thread that takes it.\n"
    "end\n"
    "tbreak gdb_replay_begins\n"
    "commands\n"
    "  silent\n"
    "end\n"
    "break *interleave_before_step\n"
    "set $interleave_breakpoint = $bpnum\n"
    "commands\n"
    "  silent\n"
    "end\n"
    "disable $interleave_breakpoint\n"
    "run\n"
    "handle SIGSEGV SIGBUS SIGFPE SIGILL SIGABRT stop print pass\n"
    "if $_isvoid($_exitcode)\n"
    "  echo \\nThe replay begins. interleave-step goes to the next step of the schedule;\\n\n"
    "  echo break FILE:LINE and continue work as ever.\\n\n"
    "end\n";

__attribute__((noinline)) void gdb_replay_begins(void) { __asm__ volatile(""); }

/* The script as a file that only this process and its successor know. */
static void write_script(char *path, size_t room)
{
    int fd = memfd_create("interleave-gdb", 0);
    size_t size = sizeof script - 1;
    if (fd < 0 || write(fd, script, size) != (ssize_t)size || lseek(fd, 0, SEEK_SET) != 0)
        quit(EXIT_OURS, "[internal] no file for gdb's commands: %s", strerror(errno));
    snprintf(path, room, "/proc/self/fd/%d", fd);
}

void gdb_become(const struct asked *asked, char **argv)
{
    char path[64], tool[PATH_MAX];
    int count = 0, end = 0;
    while (argv[count])
        count++;
    ssize_t length = readlink("/proc/self/exe", tool, sizeof tool - 1);
    char **command = calloc((size_t)count + 8, sizeof *command);
    if (!command || length < 0)
        quit(EXIT_OURS, "[internal] no command line for gdb");
    tool[length > 0 ? length : 0] = '\0';
    write_script(path, sizeof path);
    const char *const start[] = {"gdb", "-q", "-x", path, "--args", tool, NULL};
    for (int i = 0; start[i]; i++)
        command[end++] = (char *)(uintptr_t)start[i];
    for (int i = 1; i < count; i++)
        command[end++] = argv[i];
    execvp("gdb", command);
    quit(EXIT_WRONG_USE, "replay %s --gdb: gdb cannot be run: %s", asked->replay, strerror(errno));
}
