/* Exercise 22: `parallel for` over large tasks and over tiny ones. */
#include "check.h"
#include "n_tasks.h"

enum { MOST_TASKS = 64, TASK = 50, MOST_BILLS = 32768, UNWRITTEN = -1 };

static const char *plural(int count)
{
    return count == 1 ? "" : "s";
}

/* ---- Large tasks --------------------------------------------------------- */

PER_RUN static int times[MOST_TASKS]; /* each task was run so often */
PER_RUN static int beyond;            /* runs of tasks that do not exist */

PROVIDED void do_task(int i)
{
    if (i < 0 || i >= MOST_TASKS) {
#pragma omp atomic
        beyond++;
        return;
    }
#pragma omp atomic
    times[i]++;
    work(TASK);
}

static void large_tasks(const void *input)
{
    const int *n = input;
    run_tasks(*n);
    observe_ints("times", times, MOST_TASKS);
    observe("beyond", beyond);
}

static bool everybody_ran_all(const int run[], int n, int team)
{
    for (int i = 0; i < n; i++)
        if (run[i] != team)
            return false;
    return team > 1 && n > 0;
}

static const char *how_often(int runs)
{
    return runs == 0 ? "by nobody" : "more than once";
}

static void each_task_once(const void *input, struct seen *seen)
{
    const int n = *(const int *)input;
    const int team = seen_team(seen);
    int count;
    const int *run = seen_ints(seen, "times", &count);
    if (everybody_ran_all(run, n, team)) {
        fault(seen,
              "each of the %d threads ran all of the %d task%s\n"
              "`parallel` alone lets every thread run the whole loop. It takes `parallel\n"
              "for`, directly before the loop, to share out its iterations.",
              team, n, plural(n));
        return;
    }
    for (int i = 0; i < n; i++)
        if (run[i] != 1) {
            fault(seen, "%d task%s, team of %d: task %d was run %s, expected once", n, plural(n),
                  team, i, how_often(run[i]));
            return;
        }
    long long none_such = seen_value(seen, "beyond");
    for (int i = n; i < count; i++)
        none_such += run[i];
    if (none_such != 0)
        fault(seen, "%d task%s, team of %d: a task was run that does not exist", n, plural(n),
              team);
}

/* ---- Tiny tasks ---------------------------------------------------------- */

static int tickets_of(int buyer)
{
    return 1 + buyer * buyer % 7;
}

static void tiny_tasks(const void *input)
{
    const int n = *(const int *)input;
    int *tickets = scratch((size_t)MOST_BILLS * sizeof *tickets);
    int *bills = scratch((size_t)MOST_BILLS * sizeof *bills);
    for (int i = 0; i < MOST_BILLS; i++) {
        tickets[i] = tickets_of(i % 1000);
        bills[i] = UNWRITTEN;
    }
    write_bills(n, tickets, bills);

    int wrong = -1, spare = 0; /* first wrong bill, bills nobody asked for */
    for (int i = n - 1; i >= 0; i--)
        if (bills[i] != tickets_of(i % 1000) * PRICE)
            wrong = i;
    for (int i = n; i < MOST_BILLS; i++)
        spare += bills[i] != UNWRITTEN;
    observe("first wrong bill", wrong);
    observe("bill", wrong < 0 ? 0 : bills[wrong]);
    observe("spare bills", spare);
}

static void bills_are_right(const void *input, struct seen *seen)
{
    const int n = *(const int *)input;
    int i = (int)seen_value(seen, "first wrong bill");
    long long bill = seen_value(seen, "bill");
    if (i >= 0 && bill == UNWRITTEN)
        fault(seen, "%d bill%s, team of %d: nobody wrote bill %d", n, plural(n),
              seen_team(seen), i);
    else if (i >= 0)
        fault(seen, "%d bill%s, team of %d: bill %d is %lld cents, expected %d", n, plural(n),
              seen_team(seen), i, bill, tickets_of(i % 1000) * PRICE);
    else
        want(seen, "spare bills", 0, "bills were written for buyers who do not exist");
}

/* ---- The exercise --------------------------------------------------------- */

static const int loops[] = {16, 10, 3, 1, 0};
static const int short_loops[] = {4, 3};
static const int large[] = {16};
static const int tiny[] = {MOST_BILLS};

const struct exercise exercise = {
    .stars = 1,
    .rows = {
        {ONE_SCHEDULE, "run_tasks: each task once", .points = 2,
         .body = large_tasks, .judge = each_task_once, INPUTS(loops),
         TEAMS(4, 1, 2, 3, 8)},
        {ONE_SCHEDULE, "write_bills: each bill right", .points = 2,
         .body = tiny_tasks, .judge = bills_are_right, INPUTS(loops),
         TEAMS(4, 1, 2, 3, 8)},
        {EVERY_SCHEDULE, "run_tasks: whoever goes first", .points = 1,
         .body = large_tasks, .judge = each_task_once, INPUTS(short_loops),
         TEAMS(2, 3)},
        {EVERY_SCHEDULE, "write_bills: whoever goes first", .points = 1,
         .body = tiny_tasks, .judge = bills_are_right, INPUTS(short_loops),
         TEAMS(2, 3)},
        {FOUR_CORES, "16 large tasks on four cores", .points = 2,
         .body = large_tasks, .judge = each_task_once, INPUTS(large),
         .speedup = 3.7},
        {FOUR_CORES, "32768 tiny tasks on four cores", .points = 2,
         .body = tiny_tasks, .judge = bills_are_right, INPUTS(tiny),
         .speedup = 3},
    },
};
