/* missing.c - entry points of libgomp that this runtime does not have yet.
 *
 * A program that is linked with them runs until it comes to one: then it stops
 * with the name and the line, and there is no verdict.
 */
#include "interleave/abi.h"
#include "interleave/places.h"
#include "interleave/schedule.h"

static _Noreturn void missing(const char *name, const char *construct, const void *pc)
{
    struct place place = place_of(pc);
    stage.message_pc = pc;
    stage_end(END_UNSUPPORTED, "%s:%d uses %s (%s), which this runtime does not have yet",
              place.file, place.line, construct, name);
}

static _Noreturn void refuse(const char *name, const char *what, const void *pc)
{
    struct place place = place_of(pc);
    stage.message_pc = pc;
    stage_end(END_UNSUPPORTED, "%s:%d calls %s: %s cannot be followed here", place.file, place.line,
              name, what);
}

#define MISSING(X)                                                                                 \
    X(GOMP_loop_start, "a task reduction, scan, or conditional lastprivate")                       \
    X(GOMP_loop_ull_start, "a task reduction, scan, or conditional lastprivate")                   \
    X(GOMP_loop_ordered_start, "a task reduction in an ordered loop")                              \
    X(GOMP_loop_ull_ordered_start, "a task reduction in an ordered loop")                          \
    X(GOMP_sections2_start, "a task reduction or conditional lastprivate")                         \
    X(GOMP_loop_doacross_start, "ordered with depend")                                             \
    X(GOMP_loop_doacross_static_start, "ordered with depend")                                      \
    X(GOMP_loop_doacross_dynamic_start, "ordered with depend")                                     \
    X(GOMP_loop_doacross_guided_start, "ordered with depend")                                      \
    X(GOMP_loop_doacross_runtime_start, "ordered with depend")                                     \
    X(GOMP_loop_ull_doacross_start, "ordered with depend")                                         \
    X(GOMP_loop_ull_doacross_static_start, "ordered with depend")                                  \
    X(GOMP_loop_ull_doacross_dynamic_start, "ordered with depend")                                 \
    X(GOMP_loop_ull_doacross_guided_start, "ordered with depend")                                  \
    X(GOMP_loop_ull_doacross_runtime_start, "ordered with depend")                                 \
    X(GOMP_doacross_post, "ordered with depend")                                                   \
    X(GOMP_doacross_wait, "ordered with depend")                                                   \
    X(GOMP_doacross_ull_post, "ordered with depend")                                               \
    X(GOMP_doacross_ull_wait, "ordered with depend")

/* What would leave the stage altogether; the program is linked with these in
 * place of libc's. */
#define REFUSED(X)                                                                                 \
    X(pthread_create, "threads beside OpenMP's")                                                   \
    X(fork, "a process of its own")                                                                \
    X(vfork, "a process of its own")                                                               \
    X(system, "a process of its own")                                                              \
    X(popen, "a process of its own")

/* The program only ever calls them; their real arguments do not matter. */
#define DEFINE(name, construct)                                                                    \
    ABI void missing_##name(void) __asm__(#name);                                                  \
    ABI void missing_##name(void) { missing(#name, construct, CALLER_PC); }

#define DEFINE_WRAPPED(name, construct)                                                            \
    ABI void missing_##name(void) __asm__("__wrap_" #name);                                        \
    ABI void missing_##name(void) { refuse(#name, construct, CALLER_PC); }

MISSING(DEFINE)
REFUSED(DEFINE_WRAPPED)
