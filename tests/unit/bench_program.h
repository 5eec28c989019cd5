/* bench_program.h - programs for the benchmarks: written and built in a folder
 * that is removed again, and asked about in processes of their own.
 *
 *     bench_begin();
 *     bench_build("prog.c", "-DN=4", "prog.so");
 *     found = bench_ask("prog.so", &ask);      ask.body = bench_body
 *     bench_end();
 */
#ifndef UNIT_BENCH_PROGRAM_H
#define UNIT_BENCH_PROGRAM_H

#include <dirent.h>
#include <dlfcn.h>
#include <inttypes.h>
#include <string.h>
#include <sys/mman.h>

#include "interleave/compile.h"
#include "interleave/interleave.h"
#include "unit/bench.h"

static char bench_folder[] = "/tmp/bench-XXXXXX";

/* The path of a file there; the few of them are never freed. */
static inline char *bench_path(const char *name)
{
    char *path;
    if (asprintf(&path, "%s/%s", bench_folder, name) < 0)
        bench_wrong("no memory");
    return path;
}

static inline void bench_write(const char *name, const char *text)
{
    FILE *out = fopen(bench_path(name), "w");
    if (!out || fputs(text, out) < 0 || fclose(out) != 0)
        bench_wrong("a program could not be written");
}

static inline void bench_build(const char *source, const char *words, const char *name)
{
    const char *sources[] = {source, NULL}, *flags[8] = {NULL};
    char copy[128];
    int count = 0;
    snprintf(copy, sizeof copy, "%s", words ? words : "");
    for (char *flag = strtok(copy, " "); flag && count < 7; flag = strtok(NULL, " "))
        flags[count++] = flag;
    struct build b = {
        .sources = sources, .flags = flags, .own_folder = true, .output = bench_path(name)};
    if (compile(&b) != 0 || b.status != 0)
        bench_wrong(b.diagnostics);
    build_free(&b);
}

/* ---- one search, in a process of its own ---------------------------------------- */

struct bench_found {
    double seconds; /* of its process, which has one thread */
    uint64_t executions, schedules;
    bool complete;
    long kibibytes;
};

static int (*bench_program)(int, char **);

static inline void bench_body(const void *input)
{
    (void)input;
    char name[] = "program", *arguments[] = {name, NULL};
    int status = bench_program(1, arguments);
    interleave_outcome(&status, sizeof status);
}

/* For good: a process holds one program. */
static inline void bench_load(const char *name)
{
    const char *object = bench_path(name);
    const char *why = interleave_load(object, true);
    if (why)
        bench_wrong(why);
    void *handle = dlopen(object, RTLD_NOW | RTLD_NOLOAD);
    *(void **)&bench_program = handle ? dlsym(handle, "main") : NULL;
    if (!bench_program)
        bench_wrong("the program has no main");
}

static inline void bench_search(const char *name, const struct ask *ask, struct bench_found *found)
{
    bench_load(name);
    struct answer answer;
    double start = bench_busy();
    interleave_explore(ask, &answer);
    found->seconds = bench_busy() - start;
    found->executions = answer.executions;
    found->schedules = answer.schedules;
    found->complete = answer.complete;
    answer_free(&answer);
}

static inline struct bench_found bench_ask(const char *name, const struct ask *ask)
{
    struct bench_found *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        bench_wrong("no memory");
    pid_t child = fork();
    if (child == 0) {
        bench_search(name, ask, shared);
        _exit(0);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0)
        bench_wrong("a search did not end well");
    struct bench_found found = *shared;
    found.kibibytes = usage.ru_maxrss;
    munmap(shared, sizeof *shared);
    return found;
}

/* ---- the folder -------------------------------------------------------------------- */

static inline void bench_begin(void)
{
    if (!mkdtemp(bench_folder))
        bench_wrong("no folder for programs");
}

static inline void bench_end(void)
{
    DIR *folder = opendir(bench_folder);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        if (entry->d_name[0] != '.')
            unlink(bench_path(entry->d_name));
    if (folder)
        closedir(folder);
    rmdir(bench_folder);
}

#endif
