/* bench.h - what the benchmarks share: clocks, medians, lines of the report.
 *
 * A machine that does other things too makes one timing worthless, so what is
 * compared runs in turns, and the median of each counts. A goal that is missed
 * is said; a benchmark fails only when what it measures is wrong.
 */
#ifndef UNIT_BENCH_H
#define UNIT_BENCH_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/personality.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define BENCH_ROUNDS 7

static inline double bench_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Processor time of this process: a search has one thread, and other programs
 * on the machine do not slow it down in this. */
static inline double bench_busy(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static inline int bench_smaller(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static inline double bench_median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, bench_smaller);
    return values[count / 2];
}

static inline _Noreturn void bench_wrong(const char *what)
{
    fprintf(stderr, "[internal] %s\n", what);
    exit(1);
}

static inline void bench_title(const char *title) { printf("\n%s\n", title); }

/*   booking, 4 threads: executions a second       612,000  goal 500,000 or more
 *   4 threads x 4 criticals                        1.32 s  goal 1 s at most: missed */
static inline void bench_goal(const char *what, const char *figure, const char *goal, bool met)
{
    printf("  %-48s %12s  goal %s%s\n", what, figure, goal, met ? "" : ": missed");
    fflush(stdout);
}

static inline void bench_figure(const char *what, const char *figure)
{
    printf("  %-48s %12s\n", what, figure);
    fflush(stdout);
}

/* Runs a command with nothing to read, its words thrown away. Returns its wall
 * time; in *usage what it and its children used. */
static inline double bench_command(char *const *arguments, int expected, struct rusage *usage)
{
    double start = bench_now();
    pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "r", stdin) || !freopen("/dev/null", "w", stdout) ||
            !freopen("/dev/null", "w", stderr))
            _exit(127);
        personality(ADDR_NO_RANDOMIZE); /* ThreadSanitizer needs its addresses free */
        execvp(arguments[0], arguments);
        _exit(127);
    }
    int status;
    struct rusage ignored;
    if (child < 0 || wait4(child, &status, 0, usage ? usage : &ignored) != child)
        bench_wrong("a command could not be run");
    double seconds = bench_now() - start;
    if (!WIFEXITED(status) || (expected >= 0 && WEXITSTATUS(status) != expected)) {
        fprintf(stderr, "[internal] %s ended with status %d\n", arguments[0],
                WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
        exit(1);
    }
    return seconds;
}

#endif
