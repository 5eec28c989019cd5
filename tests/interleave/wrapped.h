/* wrapped.h - the libc functions that the runtime answers itself.
 *
 * A program is linked with `--wrap=NAME` for each, so that its calls reach
 * __wrap_NAME in libc.c: memory and string functions report the ranges that
 * they touch, streams and generators are steps on shared state, time is
 * virtual, and a heap of one execution ends with it.
 *
 * Second column: may a graded submission call it? SAFE, or REFUSED (an exercise
 * that needs it says so with .allow). Third column, for REFUSED: what to tell
 * the learner.
 */
#ifndef INTERLEAVE_WRAPPED_H
#define INTERLEAVE_WRAPPED_H

#define WRAPPED(X)                                                                                 \
    /* the heap */                                                                                 \
    X(malloc, SAFE, "")                                                                            \
    X(calloc, SAFE, "")                                                                            \
    X(realloc, SAFE, "")                                                                           \
    X(free, SAFE, "")                                                                              \
    X(aligned_alloc, SAFE, "")                                                                     \
    X(posix_memalign, SAFE, "")                                                                    \
    /* memory and strings */                                                                       \
    X(memcpy, SAFE, "")                                                                            \
    X(memmove, SAFE, "")                                                                           \
    X(memset, SAFE, "")                                                                            \
    X(memcmp, SAFE, "")                                                                            \
    X(strlen, SAFE, "")                                                                            \
    X(strcpy, SAFE, "")                                                                            \
    X(strncpy, SAFE, "")                                                                           \
    X(strcat, SAFE, "")                                                                            \
    X(strcmp, SAFE, "")                                                                            \
    X(strncmp, SAFE, "")                                                                           \
    X(strchr, SAFE, "")                                                                            \
    X(strrchr, SAFE, "")                                                                           \
    X(strstr, SAFE, "")                                                                            \
    X(strdup, SAFE, "")                                                                            \
    X(strtok, SAFE, "")                                                                            \
    X(qsort, SAFE, "")                                                                             \
    /* streams */                                                                                  \
    X(printf, SAFE, "")                                                                            \
    X(vprintf, SAFE, "")                                                                           \
    X(puts, SAFE, "")                                                                              \
    X(putchar, SAFE, "")                                                                           \
    X(fputs, SAFE, "")                                                                             \
    X(fputc, SAFE, "")                                                                             \
    X(putc, SAFE, "")                                                                              \
    X(fprintf, SAFE, "")                                                                           \
    X(vfprintf, SAFE, "")                                                                          \
    X(fwrite, SAFE, "")                                                                            \
    X(fflush, SAFE, "")                                                                            \
    X(sprintf, SAFE, "")                                                                           \
    X(snprintf, SAFE, "")                                                                          \
    X(vsnprintf, SAFE, "")                                                                         \
    /* generators with a hidden state */                                                           \
    X(rand, SAFE, "")                                                                              \
    X(srand, SAFE, "")                                                                             \
    X(random, SAFE, "")                                                                            \
    X(srandom, SAFE, "")                                                                           \
    X(rand_r, SAFE, "")                                                                            \
    /* time */                                                                                     \
    X(time, REFUSED, "what is graded must not depend on the clock")                                \
    X(clock, REFUSED, "what is graded must not depend on the clock")                               \
    X(clock_gettime, REFUSED, "what is graded must not depend on the clock")                       \
    X(gettimeofday, REFUSED, "what is graded must not depend on the clock")                        \
    X(nanosleep, REFUSED, "sleeping orders nothing: the other thread may be slower still")         \
    X(usleep, REFUSED, "sleeping orders nothing: the other thread may be slower still")            \
    X(sleep, REFUSED, "sleeping orders nothing: the other thread may be slower still")             \
    X(sched_yield, SAFE, "")                                                                       \
    /* the end of the program */                                                                   \
    X(exit, REFUSED, "it would end the check together with your code; return instead")             \
    X(_exit, REFUSED, "it would end the check together with your code; return instead")            \
    X(atexit, REFUSED, "your code is one part of a program and not its end")                       \
    X(abort, SAFE, "")                                                                             \
    X(__assert_fail, SAFE, "")                                                                     \
    /* beyond the stage (missing.c) */                                                             \
    X(pthread_create, REFUSED, "threads come from OpenMP here")                                    \
    X(fork, REFUSED, "an exercise is one process")                                                 \
    X(vfork, REFUSED, "an exercise is one process")                                                \
    X(system, REFUSED, "an exercise is one process")                                               \
    X(popen, REFUSED, "an exercise is one process")                                                \
    /* the world outside */                                                                        \
    X(getenv, REFUSED, "what is graded must not depend on the environment")

#endif
