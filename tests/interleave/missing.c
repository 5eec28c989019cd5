/* missing.c - what would leave the stage altogether.
 *
 * The program is linked with these in place of libc's. It runs until it comes to
 * one: then it stops with the name and the line, and there is no verdict.
 */
#include "interleave/abi.h"
#include "interleave/places.h"
#include "interleave/schedule.h"

static _Noreturn void refuse(const char *name, const char *what, const void *pc)
{
    struct place place = place_of(pc);
    stage.message_pc = pc;
    stage_end(END_UNSUPPORTED, "%s:%d calls %s: %s cannot be followed here", place.file, place.line,
              name, what);
}

#define REFUSED(X)                                                                                 \
    X(pthread_create, "threads beside OpenMP's")                                                   \
    X(fork, "a process of its own")                                                                \
    X(vfork, "a process of its own")                                                               \
    X(system, "a process of its own")                                                              \
    X(popen, "a process of its own")

/* The program only ever calls them; their real arguments do not matter. */
#define DEFINE_WRAPPED(name, construct)                                                            \
    ABI void missing_##name(void) __asm__("__wrap_" #name);                                        \
    ABI void missing_##name(void) { refuse(#name, construct, CALLER_PC); }

REFUSED(DEFINE_WRAPPED)
