/* missing.c - what would leave the stage altogether.
 *
 * The program is linked with these in place of libc's. It runs until it comes to
 * one: then it stops with the name and the line, and there is no verdict.
 */
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "interleave/libc_own.h"
#include "interleave/wrapped.h"

static bool starts(const char *name, const char *with)
{
    return strncmp(name, with, strlen(with)) == 0;
}

static const char *what_it_is(const char *name)
{
    static const struct {
        const char *start, *what;
    } kinds[] = {{"pthread_mutex", "a lock with a time limit"},
                 {"pthread_cond", "waiting for threads beside OpenMP's"},
                 {"pthread_barrier", "waiting for threads beside OpenMP's"},
                 {"pthread_rwlock", "a lock of readers and writers"},
                 {"pthread_", "threads beside OpenMP's"},
                 {"thrd_", "threads beside OpenMP's"},
                 {"mtx_", "a lock with a time limit"},
                 {"cnd_", "waiting for threads beside OpenMP's"},
                 {"sem_", "waiting for threads beside OpenMP's"},
                 {"tss_", "memory of threads beside OpenMP's"},
                 {"exec", "another program"},
                 {"posix_spawn", "a process of its own"},
                 {"fork", "a process of its own"},
                 {"vfork", "a process of its own"},
                 {"clone", "a process of its own"},
                 {"system", "a process of its own"},
                 {"popen", "a process of its own"},
                 {"wait", "a process of its own"},
                 {"socket", "the network"},
                 {"dl", "code that is loaded later"},
                 {"brk", "memory beside malloc's"},
                 {"sbrk", "memory beside malloc's"},
                 {"makecontext", "a stack of its own"},
                 {"swapcontext", "a stack of its own"},
                 {"setcontext", "a stack of its own"},
                 {"sig", "a signal from outside"},
                 {"pause", "a signal from outside"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (starts(name, kinds[i].start))
            return kinds[i].what;
    return strchr(name, 'w') && (strstr(name, "wc") || strstr(name, "ws") || strstr(name, "wpr"))
               ? "text of wide characters"
               : "this way to use files";
}

#define DEFINE_BEYOND(name, safety, why)                                                           \
    ABI void missing_##name(void) __asm__("__wrap_" #name);                                        \
    ABI void missing_##name(void) { libc_refuse(CALLER_PC, #name, what_it_is(#name)); }

WRAPPED_BEYOND(DEFINE_BEYOND)
