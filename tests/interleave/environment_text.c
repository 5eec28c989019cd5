/* environment_text.c - what omp_display_env() prints, in libgomp's layout. */
#include <ctype.h>
#include <limits.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

#include "interleave/environment.h"
#include "interleave/environment_places.h"

static const char *flag_word(bool flag) { return flag ? "TRUE" : "FALSE"; }

static void write_levels(FILE *out, const char *name, const struct by_level *list, int otherwise)
{
    fprintf(out, "  %s = '%d", name, list->count ? list->at[0] : otherwise);
    for (int i = 1; i < list->count; i++)
        fprintf(out, ",%d", list->at[i]);
    fputs("'\n", out);
}

static void write_schedule(FILE *out)
{
    static const char *const kinds[] = {"RUNTIME", "STATIC", "DYNAMIC", "GUIDED", "AUTO"};
    int kind = environment.schedule & 7, usual = kind != omp_sched_static;
    bool monotonic = environment.schedule & (int)omp_sched_monotonic;
    const char *modifier = monotonic == !usual ? "" : monotonic ? "MONOTONIC:" : "NONMONOTONIC:";
    fprintf(out, "  OMP_SCHEDULE = '%s%s", modifier, kinds[kind]);
    if (environment.chunk != usual && kind != omp_sched_auto)
        fprintf(out, ",%d", environment.chunk);
    fputs("'\n", out);
}

static void write_bind(FILE *out)
{
    static const char *const words[] = {"FALSE", "TRUE", "MASTER", "CLOSE", "SPREAD"};
    fputs("  OMP_PROC_BIND = '", out);
    for (int i = 0; i < environment.bind.count; i++)
        fprintf(out, "%s%s", i ? "," : "", words[environment.bind.at[i]]);
    fprintf(out, "%s'\n", environment.bind.count ? "" : "FALSE");
}

static void write_affinity(FILE *out)
{
    fprintf(out, "  OMP_DISPLAY_AFFINITY = '%s'\n", flag_word(environment.display_affinity));
    fprintf(out, "  OMP_AFFINITY_FORMAT = '%s'\n", environment.affinity_format);
}

static void write_last(FILE *out, bool verbose)
{
    fprintf(out, "  OMP_ALLOCATOR = '%s'\n", environment_allocators[environment.allocator - 1]);
    fputs("  OMP_TARGET_OFFLOAD = '", out);
    for (const char *at = environment_offloads[environment.target_offload]; *at; at++)
        fputc(toupper((unsigned char)*at), out);
    fputs("'\n", out);
    if (verbose)
        fprintf(out,
                "  GOMP_CPU_AFFINITY = ''\n  GOMP_STACKSIZE = '%lu'\n  GOMP_SPINCOUNT = '%llu'\n",
                environment.stack_size,
                environment.wait_policy > 0    ? 30000000000ULL
                : environment.wait_policy == 0 ? 0ULL
                                               : 300000ULL);
    fputs("OPENMP DISPLAY ENVIRONMENT END\n", out);
}

char *environment_text(int threads, bool verbose)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    fputs("\nOPENMP DISPLAY ENVIRONMENT BEGIN\n  _OPENMP = '201511'\n", out);
    fprintf(out, "  OMP_DYNAMIC = '%s'\n", flag_word(environment.dynamic));
    fprintf(out, "  OMP_NESTED = '%s'\n", flag_word(environment.max_levels > 1));
    write_levels(out, "OMP_NUM_THREADS", &environment.threads, threads);
    write_schedule(out);
    write_bind(out);
    places_write(out);
    fprintf(out, "  OMP_STACKSIZE = '%lu'\n", environment.stack_size);
    fprintf(out, "  OMP_WAIT_POLICY = '%s'\n", environment.wait_policy > 0 ? "ACTIVE" : "PASSIVE");
    fprintf(out, "  OMP_THREAD_LIMIT = '%u'\n",
            environment.thread_limit ? (unsigned)environment.thread_limit : UINT_MAX);
    fprintf(out, "  OMP_MAX_ACTIVE_LEVELS = '%d'\n", environment.max_levels);
    fprintf(out, "  OMP_NUM_TEAMS = '%d'\n", environment.teams);
    fprintf(out, "  OMP_TEAMS_THREAD_LIMIT = '%d'\n", environment.teams_thread_limit);
    fprintf(out, "  OMP_CANCELLATION = '%s'\n", flag_word(environment.cancellation));
    fprintf(out, "  OMP_DEFAULT_DEVICE = '%d'\n", environment.default_device);
    fprintf(out, "  OMP_MAX_TASK_PRIORITY = '%d'\n", environment.max_task_priority);
    write_affinity(out);
    write_last(out, verbose);
    fclose(out);
    return text;
}
