/* bench_race.c - a loop of ten million shared accesses, judged for races here
 * and by ThreadSanitizer: two threads, the same program, in turns.
 *
 * One pass is compared by processor time, without the reports that
 * ThreadSanitizer makes of libgomp's own barriers and the second that it sleeps
 * at its end. As a whole, from source to answer, both do what they always do.
 */
#include "unit/bench_program.h"

enum { ROUNDS = 7 };

static const char loop[] = "enum { N = 1000000, ROUNDS = 5 };\n"
                           "static int shows[N];\n"
                           "int main(void)\n"
                           "{\n"
                           "    for (int round = 1; round <= ROUNDS; round++) {\n"
                           "#pragma omp parallel for num_threads(2)\n"
                           "        for (int i = 0; i < N; i++)\n"
                           "            shows[i] = shows[i] + round;\n"
                           "    }\n"
                           "    return shows[N - 1] != 15;\n"
                           "}\n";

static const char *const quiet = "atexit_sleep_ms=0:exitcode=0:report_bugs=0";

static double compile_for_tsan(void)
{
    char *const gcc[] = {"gcc",
                         "-g",
                         "-fopenmp",
                         "-fsanitize=thread",
                         "-o",
                         bench_path("sanitized"),
                         bench_path("loop.c"),
                         NULL};
    return bench_command(gcc, 0, NULL);
}

static double busy(const struct rusage *usage)
{
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) * 1e-6;
}

static void say(const char *what, double *ours, double *theirs)
{
    double a = bench_median(ours, ROUNDS), b = bench_median(theirs, ROUNDS);
    char figure[64];
    snprintf(figure, sizeof figure, "%.2f : %.2f s", a, b);
    bench_goal(what, figure, "as long at most", a <= b);
}

int main(void)
{
    bench_begin();
    bench_write("loop.c", loop);
    bench_build(bench_path("loop.c"), NULL, "loop.so");
    double pass[ROUNDS], sanitized[ROUNDS], whole[ROUNDS], whole_sanitized[ROUNDS];
    const struct ask ask = {.body = bench_body, .engine = ENGINE_RANDOM, .max_executions = 1};
    char *const run[] = {bench_path("sanitized"), NULL};
    char *const race[] = {"build/interleave", "race", bench_path("loop.c"), NULL};
    for (int i = 0; i < ROUNDS; i++) {
        struct rusage usage;
        unsetenv("TSAN_OPTIONS");
        whole_sanitized[i] = compile_for_tsan() + bench_command(run, -1, NULL);
        setenv("TSAN_OPTIONS", quiet, 1);
        bench_command(run, 0, &usage);
        sanitized[i] = busy(&usage);
        pass[i] = bench_ask("loop.so", &ask).seconds;
        whole[i] = bench_command(race, -1, NULL);
    }
    bench_title("Ten million shared accesses, here : with gcc -fsanitize=thread");
    say("one pass, processor time", pass, sanitized);
    say("compiled and judged, as a whole", whole, whole_sanitized);
    bench_end();
    return 0;
}
