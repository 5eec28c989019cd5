/* libc_own.h - what the files of the wrapped libc functions share.
 *
 * libc.c          the heap; what libc keeps between calls
 * libc_strings.c  memory and strings: the ranges that they touch
 * libc_numbers.c  numbers from text, numbers through pointers, sorting
 * libc_hidden.c   generators and others with a hidden state
 * libc_options.c  getopt
 * libc_foreign.c  what libc makes in a heap of its own
 * libc_format.c   the arguments of printf and scanf
 * libc_print.c    printing
 * libc_input.c    reading
 * libc_wide.c     wide characters
 * libc_map.c      memory by the page
 * libc_streams.c  streams and file descriptors
 * libc_seek.c     positions in them
 * libc_paths.c    files by name: removed, renamed, asked about
 * libc_disk.c     files: of one execution, over those of the disk
 * libc_time.c     virtual time
 * libc_end.c      exit, abort, signals, jumps
 * libc_system.c   the machine that the program believes to run on
 * libc_locks.c    mutexes beside OpenMP's locks
 */
#ifndef INTERLEAVE_LIBC_OWN_H
#define INTERLEAVE_LIBC_OWN_H

#include <search.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "interleave/abi.h"
#include "interleave/arena.h"
#include "interleave/libc.h"
#include "interleave/memory.h"
#include "interleave/schedule.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

#define MAX_HANDLERS 64
#define MAX_SIGNALS 65

/* libc's own variables, as far as programs can tell them apart: all zero before
 * each execution, and part of its state. */
struct libc_hidden {
    char *token_rest; /* strtok */
    struct random_data generator;
    char generator_state[128];
    char *state_in_use; /* initstate, setstate */
    bool seeded;
    struct drand48_data draws;
    struct tm broken_down; /* localtime, gmtime */
    char time_text[64];    /* asctime, ctime */
    char error_text[128];  /* strerror */
    char temporary[32];    /* tmpnam */
    int temporaries;
    bool options;              /* getopt was called */
    bool foreign;              /* libc's own heap holds something of the execution's */
    struct hsearch_data table; /* hcreate */
    bool utf8;                 /* the locale, of which only that matters */
    char **environment;
    int variables;
    void (*handler[MAX_HANDLERS])(void); /* atexit */
    int handlers;
    void (*quick[MAX_HANDLERS])(void); /* at_quick_exit */
    int quicks;
    void (*on_signal[MAX_SIGNALS])(int);
    int error[MAX_THREADS]; /* errno, by worker */
};

struct libc_hidden *libc_own(void);

/* The same, only to be looked at. */
const struct libc_hidden *libc_seen(void);

/* In a wrapped function: what it reads, writes, and which shared state it uses. */
#define READ(address, size) memory_read(address, size, CALLER_PC, CALLER_CFA)
#define WRITE(address, size) memory_write(address, size, CALLER_PC, CALLER_CFA)
#define READ_TEXT(text) READ(text, strlen(text) + 1)
#define SHARED(object) memory_shared_call(object, CALLER_PC, CALLER_CFA)

/* A function as libc has it, after what it touches was said. */
#define CALL(type, name, parameters, arguments, ...)                                               \
    ABI type __wrap_##name parameters                                                              \
    {                                                                                              \
        __VA_ARGS__;                                                                               \
        return name arguments;                                                                     \
    }

/* One that returns nothing. */
#define ACTION(name, parameters, arguments, ...)                                                   \
    ABI void __wrap_##name parameters                                                              \
    {                                                                                              \
        __VA_ARGS__;                                                                               \
        name arguments;                                                                            \
    }

/* The body of a function of int with (…) after its `format`: call has `arguments`. */
#define WITH_ARGUMENTS(call)                                                                       \
    va_list arguments;                                                                             \
    va_start(arguments, format);                                                                   \
    int answer = call;                                                                             \
    va_end(arguments);                                                                             \
    return answer

/* The same answer under another name. */
#define ALSO(name, of)                                                                             \
    __asm__(".globl __wrap_" #name "\n.type __wrap_" #name ", @function\n"                         \
            ".set __wrap_" #name ", __wrap_" #of "\n");

/* Sees that a function of libc does not end the host. Once. */
void end_watch(void);

/* The characters of the program's locale, from now on. */
void locale_use(bool utf8);

/* Memory of the execution's heap; NULL with errno when there is none. */
void *libc_allocate(size_t size, size_t align, int zero);

/* The program's errno: as libc left it in this thread. */
int libc_errno(void);

/* Ends the execution as a crash of the caller at pc. */
_Noreturn void libc_crash(const void *pc, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Stops: the runtime can't follow this. */
_Noreturn void libc_refuse(const void *pc, const char *name, const char *what);

#endif
