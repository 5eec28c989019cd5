/* bench_grade.c - from save to verdict, beside the gcc commands that it takes:
 * the very ones (compile.c), alone. Nothing is kept from one time to the next. */
#include "unit/bench_program.h"

enum { ROUNDS = 9 };

static double gcc_alone(void)
{
    const char *sources[] = {"solutions/42-atomic-capture/atomic_capture.c", NULL};
    const char *includes[] = {"build/originals/42-atomic-capture", NULL};
    struct build b = {.sources = sources, .includes = includes, .output = bench_path("alone.so")};
    double start = bench_now();
    if (compile(&b) != 0 || b.status != 0)
        bench_wrong(b.diagnostics);
    double seconds = bench_now() - start;
    build_free(&b);
    return seconds;
}

int main(void)
{
    bench_begin();
    char *const one[] = {"build/grade", "--plain", "--from", "solutions", "42", NULL};
    char *const all[] = {"build/grade", "--plain", "--from", "solutions", NULL};
    double gcc[ROUNDS], grade[ROUNDS], ratio[ROUNDS], house[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        gcc[i] = gcc_alone();
        grade[i] = bench_command(one, 0, NULL);
        ratio[i] = grade[i] / gcc[i];
        house[i] = bench_command(all, 0, NULL);
    }
    bench_end();
    double save = bench_median(grade, ROUNDS), times = bench_median(ratio, ROUNDS);
    double whole = bench_median(house, ROUNDS);
    char figure[32];
    bench_title("From save to verdict");
    snprintf(figure, sizeof figure, "%.2f s", bench_median(gcc, ROUNDS));
    bench_figure("exercise 42: gcc alone", figure);
    snprintf(figure, sizeof figure, "%.2f s", save);
    bench_goal("exercise 42: graded", figure, "0.3 s at most", save <= 0.3);
    snprintf(figure, sizeof figure, "%.2f x", times);
    bench_goal("exercise 42: graded, as times of gcc alone", figure, "3 x at most", times <= 3);
    snprintf(figure, sizeof figure, "%.2f s", whole);
    bench_goal("all solutions", figure, "1 s at most", whole <= 1);
    return 0;
}
