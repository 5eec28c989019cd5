/* environment.h - what OMP_… variables set (OpenMP 5.0, chapter 6).
 *
 * The tool asks once, before the first execution. Whoever does not ask has the
 * defaults of libgomp, so that a judgement does not depend on somebody's shell.
 */
#ifndef INTERLEAVE_ENVIRONMENT_H
#define INTERLEAVE_ENVIRONMENT_H

#include <stdbool.h>

/* Levels of nested regions that a list can name, and that can be active. */
#define MOST_LEVELS 255

/* Processors and places that can be told apart. */
#define MOST_PLACES 64

/* Numbers by level of nesting; the last holds for all further ones. */
struct by_level {
    int at[16];
    int count; /* 0: not set */
};

struct environment {
    struct by_level threads; /* OMP_NUM_THREADS */
    struct by_level bind;    /* OMP_PROC_BIND: omp_proc_bind_t */
    int schedule, chunk;     /* OMP_SCHEDULE: omp_sched_t with its modifier */
    bool dynamic, cancellation, display_affinity;
    int max_levels;   /* OMP_MAX_ACTIVE_LEVELS, OMP_NESTED */
    int thread_limit; /* 0: not set */
    int teams, teams_thread_limit;
    int default_device, max_task_priority;
    int allocator;      /* OMP_ALLOCATOR: omp_allocator_handle_t */
    int wait_policy;    /* 1 active, 0 passive, -1 not set */
    int target_offload; /* 0 default, 1 mandatory, 2 disabled */
    unsigned long stack_size;
    char affinity_format[512];
    unsigned long places[MOST_PLACES]; /* OMP_PLACES: the processors of each, by bits */
    int place_count;                   /* 0: not set */
};

extern struct environment environment;

/* By value: the words of OMP_ALLOCATOR (from 1) and OMP_TARGET_OFFLOAD. */
extern const char *const environment_allocators[], *const environment_offloads[];

/* Processors that the program sees outside the virtual machine. */
#define PROCESSORS 4

/* The list's value at a level of nesting, or `otherwise`. */
int by_level(const struct by_level *list, int level, int otherwise);

/* Reads the variables into `environment`. A value that cannot be read is
 * reported on stderr, and the default holds. */
void environment_read(void);

/* As omp_display_env() prints it. The text is malloc'ed. */
char *environment_text(int threads, bool verbose);

#endif
