/* makespans_worksharing.c - loops, sections, single, and one at a time. */
#include <omp.h>

#include "makespans.h"

static int amount(int i) { return i == 0 ? 300 : 100; }

static void static_loop(void)
{
#pragma omp parallel for schedule(static)
    for (int i = 0; i < 4; i++)
        work(amount(i));
}

static void dynamic_loop(void)
{
#pragma omp parallel for schedule(dynamic)
    for (int i = 0; i < 4; i++)
        work(amount(i));
}

static void three_sections(void)
{
#pragma omp parallel sections
    {
#pragma omp section
        work(100);
#pragma omp section
        work(200);
#pragma omp section
        work(300);
    }
}

static void single_then_all(void)
{
#pragma omp parallel
    {
#pragma omp single
        work(100);
        work(100);
    }
}

static void single_beside_all(void)
{
#pragma omp parallel
    {
#pragma omp single nowait
        work(100);
#pragma omp for schedule(dynamic)
        for (int i = 0; i < 5; i++)
            work(100);
    }
}

static void ordered_loop(void)
{
#pragma omp parallel for ordered schedule(static, 1)
    for (int i = 0; i < 4; i++) {
        work(100);
#pragma omp ordered
        work(50);
    }
}

static void doacross(void)
{
#pragma omp parallel for ordered(1) schedule(static, 1)
    for (int i = 0; i < 4; i++) {
        work(100);
#pragma omp ordered depend(sink : i - 1)
        work(50);
#pragma omp ordered depend(source)
    }
}

static void reduction(void)
{
    int sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < 16; i++) {
        work(25);
        sum += i;
    }
}

/* ---- one at a time ---------------------------------------------------------------------- */

static void critical(void)
{
#pragma omp parallel
    {
#pragma omp critical
        work(50);
    }
}

static void critical_in_turns(void)
{
#pragma omp parallel
    for (int i = 0; i < 3; i++) {
#pragma omp critical
        work(50);
        work(50);
    }
}

static void lock_each(void)
{
    omp_lock_t lock[8];
    for (int i = 0; i < 8; i++)
        omp_init_lock(&lock[i]);
#pragma omp parallel
    {
        omp_set_lock(&lock[omp_get_thread_num()]);
        work(100);
        omp_unset_lock(&lock[omp_get_thread_num()]);
    }
    for (int i = 0; i < 8; i++)
        omp_destroy_lock(&lock[i]);
}

const struct program makespans_worksharing[] = {
    {"static loop", static_loop},
    {"dynamic loop", dynamic_loop},
    {"sections", three_sections},
    {"single, then all", single_then_all},
    {"single beside all", single_beside_all},
    {"ordered", ordered_loop},
    {"doacross", doacross},
    {"reduction", reduction},
    {"critical", critical},
    {"critical in turns", critical_in_turns},
    {"a lock each", lock_each},
    {0},
};
