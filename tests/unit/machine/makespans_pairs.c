/* makespans_pairs.c - each way of working that takes too long, beside the right one. */
#include <omp.h>

#include "makespans.h"

static _Alignas(64) volatile int counters[1024];

static void count(int pitch)
{
#pragma omp parallel
    for (int i = 0; i < 1000; i++)
        counters[omp_get_thread_num() * pitch]++;
}

static void counters_close(void) { count(1); }
static void counters_apart(void) { count(16); }

static void growing(int i) { work(i); }

static void in_blocks(void)
{
#pragma omp parallel for schedule(static)
    for (int i = 0; i < 40; i++)
        growing(i);
}

static void in_turns(void)
{
#pragma omp parallel for schedule(static, 1)
    for (int i = 0; i < 40; i++)
        growing(i);
}

static void work_in_critical(void)
{
#pragma omp parallel for
    for (int i = 0; i < 40; i++) {
#pragma omp critical
        work(10);
    }
}

static void work_before_critical(void)
{
    int done = 0;
#pragma omp parallel for
    for (int i = 0; i < 40; i++) {
        work(10);
#pragma omp critical
        done++;
    }
}

static int fibonacci(int n, int cut)
{
    int a, b;
    if (n < 2)
        return n;
    if (n < cut)
        return fibonacci(n - 1, cut) + fibonacci(n - 2, cut);
#pragma omp task shared(a)
    a = fibonacci(n - 1, cut);
    b = fibonacci(n - 2, cut);
#pragma omp taskwait
    return a + b;
}

static void fibonacci_with(int cut)
{
#pragma omp parallel
#pragma omp single
    fibonacci(15, cut);
}

static void tasks_to_the_leaves(void) { fibonacci_with(2); }
static void tasks_cut_off(void) { fibonacci_with(10); }

static void serial_half(void)
{
    work(200);
#pragma omp parallel for
    for (int i = 0; i < 20; i++)
        work(10);
}

static void no_serial_half(void)
{
#pragma omp parallel for
    for (int i = 0; i < 40; i++)
        work(10);
}

static void region_a_step(void)
{
    for (int step = 0; step < 100; step++) {
#pragma omp parallel
        work(1);
    }
}

static void one_region(void)
{
#pragma omp parallel
    for (int step = 0; step < 100; step++)
        work(1);
}

const struct program makespans_pairs[] = {
    {"counters close", counters_close},
    {"counters apart", counters_apart},
    {"in blocks", in_blocks},
    {"in turns", in_turns},
    {"work in critical", work_in_critical},
    {"work before critical", work_before_critical},
    {"tasks to the leaves", tasks_to_the_leaves},
    {"tasks cut off", tasks_cut_off},
    {"serial half", serial_half},
    {"no serial half", no_serial_half},
    {"region a step", region_a_step},
    {"one region", one_region},
    {0},
};
