/* makespans_tasks.c - tasks: as many as threads or more, in trees, with dependences. */
#include <omp.h>

#include "makespans.h"

static void tasks(int count, int units)
{
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < count; i++) {
#pragma omp task
        work(units);
    }
}

static void tasks_7(void) { tasks(7, 100); }
static void tasks_8(void) { tasks(8, 100); }
static void tasks_64(void) { tasks(64, 100); }
static void tasks_200(void) { tasks(200, 100); }

static void wait_for_two(void)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task
        work(100);
#pragma omp task
        work(100);
#pragma omp taskwait
        work(50);
    }
}

static void group(void)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp taskgroup
        {
#pragma omp task
            {
#pragma omp task
                work(200);
                work(100);
            }
        }
        work(50);
    }
}

static void tree(int depth)
{
    if (depth == 0) {
        work(100);
        return;
    }
#pragma omp task
    tree(depth - 1);
#pragma omp task
    tree(depth - 1);
#pragma omp taskwait
}

static void tree_of_8(void)
{
#pragma omp parallel
#pragma omp single
    tree(3);
}

static void chain(void)
{
    int x = 0;
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < 5; i++) {
#pragma omp task depend(inout : x)
        work(100);
    }
    (void)x;
}

static void diamond(void)
{
    int a = 0, b = 0, c = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task depend(out : a)
        work(100);
#pragma omp task depend(in : a) depend(out : b)
        work(200);
#pragma omp task depend(in : a) depend(out : c)
        work(100);
#pragma omp task depend(in : b, c)
        work(100);
    }
    (void)a, (void)b, (void)c;
}

static void one_of_a_set(void)
{
    int x = 0;
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < 3; i++) {
#pragma omp task depend(mutexinoutset : x)
        work(100);
    }
    (void)x;
}

static void taskloop(void)
{
#pragma omp parallel
#pragma omp single
#pragma omp taskloop grainsize(1)
    for (int i = 0; i < 8; i++)
        work(100);
}

static void detached(void)
{
#pragma omp parallel
#pragma omp single
    {
        omp_event_handle_t event;
#pragma omp task detach(event)
        work(10);
#pragma omp task
        {
            work(200);
            omp_fulfill_event(event);
        }
#pragma omp taskwait
        work(100);
    }
}

const struct program makespans_tasks[] = {
    {"7 tasks", tasks_7},
    {"8 tasks", tasks_8},
    {"64 tasks", tasks_64},
    {"200 tasks", tasks_200},
    {"wait for two", wait_for_two},
    {"group", group},
    {"tree of 8", tree_of_8},
    {"chain", chain},
    {"diamond", diamond},
    {"one of a set", one_of_a_set},
    {"taskloop", taskloop},
    {"detached", detached},
    {0},
};
