/* bench_machine.c - the virtual machine beside real cores.
 *
 * The same program (machine/costs.c) says what each construct costs on libgomp
 * and on the virtual machine; the same small programs (machine/workloads.c), and
 * the same solutions, run with one and with two threads on both. cost.h keeps the
 * figures of one such run.
 */
#include <string.h>

#include "check/body.h"
#include "unit/bench_program.h"

enum { LINES = 32 };

struct line {
    double figure[2]; /* a cost; or seconds with one thread and with two */
    char what[96];
};

/* Lines of so many numbers and then words; others are passed over. */
static int read_lines(FILE *in, int numbers, struct line *lines)
{
    int count = 0, got;
    char text[256];
    while (count < LINES && fgets(text, sizeof text, in)) {
        struct line *line = &lines[count];
        if (numbers == 1)
            got = sscanf(text, "%lf %95[^\n]", &line->figure[0], line->what);
        else
            got = sscanf(text, "%lf %lf %95[^\n]", &line->figure[0], &line->figure[1], line->what);
        count += got == numbers + 1;
    }
    return count;
}

static int read_command(const char *command, int numbers, struct line *lines)
{
    FILE *in = popen(command, "r");
    int count = in ? read_lines(in, numbers, lines) : 0;
    if (!in || pclose(in) != 0 || count == 0)
        bench_wrong(command);
    return count;
}

/* The runtime holds one program for good: each is asked in a process of its own. */
static int read_child(void (*tell)(FILE *out, const char *name), const char *name, int numbers,
                      struct line *lines)
{
    int ends[2], status;
    if (pipe(ends) != 0)
        bench_wrong("no pipe");
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        FILE *out = fdopen(ends[1], "w");
        if (out)
            tell(out, name);
        _exit(!out || fclose(out) != 0);
    }
    close(ends[1]);
    FILE *in = fdopen(ends[0], "r");
    int count = in ? read_lines(in, numbers, lines) : 0;
    if (in)
        fclose(in);
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0 || count == 0)
        bench_wrong(name);
    return count;
}

/* ---- what constructs cost ------------------------------------------------------------- */

/* The program times itself: its clock is the machine's. */
static void tell_printed(FILE *out, const char *name)
{
    struct ask ask = {.body = bench_body, .team = 2};
    struct machine machine = {.cores = 2};
    struct answer answer;
    bench_load(name);
    if (interleave_machine(&ask, &machine, &answer, NULL) != 0 || answer.outcome_count != 1)
        bench_wrong(answer.message ? answer.message : name);
    fputs(answer.outcomes[0].output, out);
    answer_free(&answer);
}

static void costs(void)
{
    struct line here[LINES], real[LINES];
    char command[512];
    bench_build("tests/unit/machine/costs.c", "-DBATCHES=3 -DVIRTUAL -D_GNU_SOURCE", "costs.so");
    snprintf(command, sizeof command,
             "gcc -std=c17 -O2 -D_GNU_SOURCE -fopenmp -o %s tests/unit/machine/costs.c && "
             "OMP_PROC_BIND=true %s",
             bench_path("costs"), bench_path("costs"));
    int count = read_child(tell_printed, "costs.so", 1, here);
    int reals = read_command(command, 1, real);
    bench_title("Nanoseconds: on the virtual machine, with libgomp");
    for (int i = 0; i < count; i++)
        for (int k = 0; k < reals; k++)
            if (strcmp(here[i].what, real[k].what) == 0)
                printf("  %-48s %6.1f %6.1f\n", here[i].what, here[i].figure[0], real[k].figure[0]);
}

/* ---- how much faster two threads are --------------------------------------------------- */

static void print_speedup(const struct line *here, const struct line *real, int reals)
{
    double predicted = here->figure[0] / here->figure[1];
    for (int k = 0; k < reals; k++)
        if (strcmp(here->what, real[k].what) == 0) {
            double measured = real[k].figure[0] / real[k].figure[1];
            printf("  %-48s %5.2f : %5.2f  %5.2f\n", here->what, predicted, measured,
                   predicted / measured);
            return;
        }
    printf("  %-48s %5.2f :     ? (the cores are too far apart now)\n", here->what, predicted);
}

static double makespan(const struct row *row, int threads)
{
    struct ask ask = {.body = body_run, .input = row->inputs, .team = threads};
    struct machine machine = {.cores = threads};
    struct answer answer;
    body_of(row, false);
    if (interleave_machine(&ask, &machine, &answer, NULL) != 0)
        bench_wrong(answer.message);
    answer_free(&answer);
    return (double)machine.makespan * 1e-9;
}

static bool works(void)
{
    int64_t sum = 0;
    for (int i = 0; i < 64; i++)
        sum += interleave_units()[i];
    return sum > 0;
}

/* Rows that do no work() are left out: there the check's own code, which costs
 * nothing on the machine, would be what the real side measures. */
static void tell_times(FILE *out, const char *name)
{
    char *check;
    if (asprintf(&check, "build/checks/%s.so", name) < 0)
        bench_wrong("no memory");
    const char *why = interleave_load(check, false);
    if (!why)
        why = interleave_load(bench_path(name), true);
    void *handle = why ? NULL : dlopen(check, RTLD_NOW | RTLD_NOLOAD);
    const struct exercise *given = handle ? dlsym(handle, "exercise") : NULL;
    if (!given)
        bench_wrong(why ? why : "a check defines no exercise");
    for (const struct row *row = given->rows; row->name; row++) {
        if (row->stage != FOUR_CORES)
            continue;
        double one = makespan(row, 1), two = makespan(row, 2);
        if (works())
            fprintf(out, "%.9f %.9f %s\n", one, two, row->name);
    }
    free(check);
}

static void build_both(const char *name, const char *file, char *command, size_t room)
{
    char *source, *include;
    if (asprintf(&source, "solutions/%s/%s", name, file) < 0 ||
        asprintf(&include, "-Ibuild/originals/%s", name) < 0)
        bench_wrong("no memory");
    bench_build(source, include, name);
    snprintf(command, room,
             "gcc -std=c17 -O2 -fopenmp -w -D_GNU_SOURCE -Itests/check -Itests %s -o %s "
             "tests/check/real/*.c tests/exercises/%s/check.c %s -lm -Wl,-z,muldefs && "
             "OMP_PROC_BIND=true %s times",
             include, bench_path("real"), name, source, bench_path("real"));
    free(source);
    free(include);
}

/* Several times, and the least of each: see times.c. */
static int read_times(const char *command, struct line *real)
{
    struct line again[LINES];
    int count = read_command(command, 2, real);
    for (int round = 1; round < 5; round++) {
        read_command(command, 2, again);
        for (int i = 0; i < count; i++)
            for (int k = 0; k < 2; k++)
                if (again[i].figure[k] < real[i].figure[k])
                    real[i].figure[k] = again[i].figure[k];
    }
    return count;
}

static void speedups(const char *name, const char *file)
{
    struct line here[LINES], real[LINES];
    char command[1024];
    build_both(name, file, command, sizeof command);
    int count = read_child(tell_times, name, 2, here);
    int reals = read_times(command, real);
    for (int i = 0; i < count; i++)
        print_speedup(&here[i], real, reals);
}

/* ---- small programs --------------------------------------------------------------------- */

static void workloads(void)
{
    struct line here[LINES], real[LINES];
    char command[512];
    bench_build("tests/unit/machine/workloads.c", "-DVIRTUAL -D_GNU_SOURCE", "workloads.so");
    snprintf(command, sizeof command,
             "gcc -std=c17 -O2 -D_GNU_SOURCE -fopenmp -o %s tests/unit/machine/workloads.c && "
             "OMP_PROC_BIND=true %s && echo 1 1 end",
             bench_path("workloads"), bench_path("workloads"));
    int count = read_child(tell_printed, "workloads.so", 2, here);
    int reals = read_command(command, 2, real);
    for (int i = 0; i < count; i++)
        print_speedup(&here[i], real, reals);
}

int main(void)
{
    bench_begin();
    costs();
    bench_title("Two threads, so many times as fast as one: predicted : measured, and their ratio");
    workloads();
    speedups("22-n-tasks", "n_tasks.c");
    speedups("25-skewed-tasks", "skewed_tasks.c");
    speedups("41-one-at-a-time", "one_at_a_time.c");
    speedups("44-lock-per-show", "lock_per_show.c");
    bench_end();
    return 0;
}
