/* bench_search.c - how fast schedules are searched, and in how much memory.
 *
 * The booking with four threads has exactly 347,716 executions by source-DPOR:
 * another number means that something else was measured.
 */
#include "unit/bench_program.h"

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

static void booking(void)
{
    const struct ask ask = {.body = bench_body, .engine = ENGINE_DPOR, .max_executions = 1000000};
    double rates[ROUNDS];
    long most = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct bench_found found = bench_ask("booking.so", &ask);
        if (!found.complete || found.executions != 347716)
            bench_wrong("booking: not 347,716 executions");
        rates[i] = (double)found.executions / found.seconds;
        most = found.kibibytes > most ? found.kibibytes : most;
    }
    double rate = bench_median(rates, ROUNDS);
    char figure[32];
    snprintf(figure, sizeof figure, "%.0f", rate);
    bench_goal("booking, 4 threads: executions a second", figure, "500000 or more", rate >= 500000);
    snprintf(figure, sizeof figure, "%.1f MiB", (double)most / 1024);
    bench_goal("booking, 4 threads: most memory", figure, "64 MiB at most", most <= 64L * 1024);
}

static void four_by_four(void)
{
    static const struct {
        const char *name;
        unsigned engine;
        int jobs;
    } ways[] = {{"both engines", ENGINE_BOTH, 1},
                {"an engine a process", ENGINE_BOTH, 2},
                {"states alone", ENGINE_STATES, 1}};
    enum { WAYS = sizeof ways / sizeof *ways };
    double seconds[WAYS][ROUNDS];
    for (int i = 0; i < ROUNDS; i++)
        for (int way = 0; way < WAYS; way++) {
            struct ask ask = {.body = bench_body, .jobs = ways[way].jobs};
            ask.engine = ways[way].engine;
            struct bench_found found = bench_ask("criticals.so", &ask);
            if (!found.complete || found.schedules != 63063000)
                bench_wrong("4 threads x 4 criticals: not 63,063,000 schedules");
            seconds[way][i] = found.seconds;
        }
    for (int way = 0; way < WAYS; way++) {
        double median = bench_median(seconds[way], ROUNDS);
        char what[64], figure[32];
        snprintf(what, sizeof what, "4 threads x 4 criticals, %s", ways[way].name);
        snprintf(figure, sizeof figure, "%.2f s", median);
        bench_goal(what, figure, "1 s at most", median <= 1);
    }
}

int main(void)
{
    bench_begin();
    bench_build("tests/unit/programs/booking.c", "-DN=4", "booking.so");
    bench_write("criticals.c", criticals);
    bench_build(bench_path("criticals.c"), NULL, "criticals.so");
    bench_title("The search");
    booking();
    four_by_four();
    bench_end();
    return 0;
}
