/* bench_search.c - how fast schedules are searched, and in how much memory.
 *
 * The booking with four threads has exactly 347,716 executions by source-DPOR:
 * another number means that something else was measured.
 */
#include <dlfcn.h>
#include <inttypes.h>
#include <string.h>
#include <sys/mman.h>

#include "interleave/compile.h"
#include "interleave/interleave.h"
#include "unit/bench.h"

enum { ROUNDS = 5 };

static const char criticals[] = "int done;\n"
                                "int main(void)\n"
                                "{\n"
                                "#pragma omp parallel num_threads(4)\n"
                                "    for (int i = 0; i < 4; i++) {\n"
                                "#pragma omp critical\n"
                                "        done++;\n"
                                "    }\n"
                                "    return done;\n"
                                "}\n";

static char folder[] = "/tmp/bench-search-XXXXXX";
static char path[64];

static const char *in_folder(const char *name)
{
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *text)
{
    FILE *out = fopen(in_folder(name), "w");
    if (!out || fputs(text, out) < 0 || fclose(out) != 0)
        bench_wrong("a program could not be written");
}

static void build(const char *source, const char *flag, const char *name)
{
    const char *sources[] = {source, NULL}, *flags[] = {flag, NULL};
    struct build b = {.sources = sources, .flags = flags, .own_folder = true};
    char output[64];
    snprintf(output, sizeof output, "%s", in_folder(name));
    b.output = output;
    if (compile(&b) != 0 || b.status != 0)
        bench_wrong(b.diagnostics);
    build_free(&b);
}

/* ---- one search, in a process of its own ---------------------------------------- */

struct found {
    double seconds;
    uint64_t executions, schedules;
    bool complete;
    long kibibytes;
};

static int (*program)(int, char **);

static void body(const void *input)
{
    (void)input;
    char name[] = "program", *arguments[] = {name, NULL};
    int status = program(1, arguments);
    interleave_outcome(&status, sizeof status);
}

static void search(const char *name, const struct ask *ask, struct found *found)
{
    const char *object = in_folder(name);
    const char *why = interleave_load(object, true);
    if (why)
        bench_wrong(why);
    void *handle = dlopen(object, RTLD_NOW | RTLD_NOLOAD);
    *(void **)&program = handle ? dlsym(handle, "main") : NULL;
    if (!program)
        bench_wrong("the program has no main");
    struct answer answer;
    double start = bench_busy();
    interleave_explore(ask, &answer);
    found->seconds = bench_busy() - start;
    found->executions = answer.executions;
    found->schedules = answer.schedules;
    found->complete = answer.complete;
    answer_free(&answer);
}

static struct found ask_in_child(const char *name, const struct ask *ask)
{
    struct found *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
                                MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        bench_wrong("no memory");
    pid_t child = fork();
    if (child == 0) {
        search(name, ask, shared);
        _exit(0);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0)
        bench_wrong("a search did not end well");
    struct found found = *shared;
    found.kibibytes = usage.ru_maxrss;
    munmap(shared, sizeof *shared);
    return found;
}

/* ---- the questions ---------------------------------------------------------------- */

static void booking(void)
{
    const struct ask ask = {.body = body, .engine = ENGINE_DPOR, .max_executions = 1000000};
    double rates[ROUNDS];
    long most = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct found found = ask_in_child("booking.so", &ask);
        if (!found.complete || found.executions != 347716)
            bench_wrong("booking: not 347,716 executions");
        rates[i] = (double)found.executions / found.seconds;
        most = found.kibibytes > most ? found.kibibytes : most;
    }
    double rate = bench_median(rates, ROUNDS);
    char figure[32];
    snprintf(figure, sizeof figure, "%.0f", rate);
    bench_goal("booking, 4 threads: executions a second", figure, "500000 or more",
               rate >= 500000);
    snprintf(figure, sizeof figure, "%.1f MiB", (double)most / 1024);
    bench_goal("booking, 4 threads: most memory", figure, "64 MiB at most", most <= 64 * 1024);
}

static void four_by_four(void)
{
    static const struct {
        const char *name;
        unsigned engine;
    } ways[] = {{"both engines", ENGINE_BOTH}, {"states alone", ENGINE_STATES}};
    double seconds[2][ROUNDS];
    for (int i = 0; i < ROUNDS; i++)
        for (int way = 0; way < 2; way++) {
            struct ask ask = {.body = body};
            ask.engine = ways[way].engine;
            struct found found = ask_in_child("criticals.so", &ask);
            if (!found.complete || found.schedules != 63063000)
                bench_wrong("4 threads x 4 criticals: not 63,063,000 schedules");
            seconds[way][i] = found.seconds;
        }
    for (int way = 0; way < 2; way++) {
        double median = bench_median(seconds[way], ROUNDS);
        char what[64], figure[32];
        snprintf(what, sizeof what, "4 threads x 4 criticals, %s", ways[way].name);
        snprintf(figure, sizeof figure, "%.2f s", median);
        bench_goal(what, figure, "1 s at most", median <= 1);
    }
}

int main(void)
{
    if (!mkdtemp(folder))
        bench_wrong("no folder for programs");
    build("tests/unit/programs/booking.c", "-DN=4", "booking.so");
    write_file("criticals.c", criticals);
    char source[64];
    snprintf(source, sizeof source, "%s", in_folder("criticals.c"));
    build(source, NULL, "criticals.so");
    bench_title("The search");
    booking();
    four_by_four();
    unlink(in_folder("criticals.c"));
    unlink(in_folder("criticals.so"));
    unlink(in_folder("booking.so"));
    rmdir(folder);
    return 0;
}
