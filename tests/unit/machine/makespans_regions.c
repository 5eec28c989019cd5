/* makespans_regions.c - parallel regions alone, and threads that wait without a core. */
#include <omp.h>
#include <unistd.h>

#include "makespans.h"

static void each_100(void)
{
#pragma omp parallel
    work(100);
}

static void each_10(void)
{
#pragma omp parallel
    work(10);
}

static void uneven(void)
{
#pragma omp parallel
    work(100 * (omp_get_thread_num() + 1));
}

static void two_phases(void)
{
#pragma omp parallel
    {
        int me = omp_get_thread_num();
        work(100 * (me + 1));
#pragma omp barrier
        work(100 * (omp_get_num_threads() - me));
    }
}

static void serial_then_parallel(void)
{
    work(200);
#pragma omp parallel for
    for (int i = 0; i < 8; i++)
        work(50);
}

static void nested(void)
{
    omp_set_max_active_levels(2);
#pragma omp parallel num_threads(2)
    {
        work(50);
#pragma omp parallel num_threads(2)
        work(100);
    }
}

/* ---- waiting without a core ------------------------------------------------------------- */

static void pause_and_work(void)
{
#pragma omp parallel
    {
        pause_for(300);
        work(100);
    }
}

static void sleep_only(void)
{
#pragma omp parallel
    usleep(100);
}

static void wait_for_flag(void)
{
    int flag = 0;
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0) {
            work(200);
#pragma omp atomic write
            flag = 1;
        } else {
            int seen = 0;
            while (!seen) {
#pragma omp atomic read
                seen = flag;
            }
            work(100);
        }
    }
}

/* As above, but with a plain flag: a race, and a loop that no hook of an atomic ends. */
static void wait_for_plain_flag(void)
{
    volatile int ready = 0;
#pragma omp parallel
    if (omp_get_thread_num() == omp_get_num_threads() - 1) {
        work(100);
        ready = 1;
    } else {
        while (!ready)
            ;
        work(50);
    }
}

const struct program makespans_regions[] = {
    {"each 100", each_100},
    {"each 10", each_10},
    {"uneven", uneven},
    {"two phases", two_phases},
    {"serial, then parallel", serial_then_parallel},
    {"nested", nested},
    {"pause and work", pause_and_work},
    {"sleep", sleep_only},
    {"wait for a flag", wait_for_flag},
    {"wait for a plain flag", wait_for_plain_flag},
    {0},
};
