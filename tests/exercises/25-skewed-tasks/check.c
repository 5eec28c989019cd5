/* Exercise 25: tasks of different lengths, within 10 % of the ideal makespan.
 *
 * Two days for one function: on the growing day a static division into blocks
 * is bad, on the heavy day one that deals the tasks out one by one.
 */
#include "check.h"
#include "skewed_tasks.h"

enum { MOST_TASKS = 64, CORES = 4 };

struct day {
    const char *name;
    int tasks;
    bool heavy; /* every fourth task is heavy; else each is longer than the one before */
};

PER_RUN static bool heavy_day;
PER_RUN static int times[MOST_TASKS]; /* each task was run so often */
PER_RUN static int beyond;            /* runs of tasks that do not exist */

static int length_of(int task, bool heavy)
{
    if (!heavy)
        return 2 * (task + 1);
    return task % 4 == 0 ? 80 : 20;
}

PROVIDED void do_task(int i)
{
    if (i < 0 || i >= MOST_TASKS) {
#pragma omp atomic
        beyond++;
        return;
    }
#pragma omp atomic
    times[i]++;
    work(length_of(i, heavy_day));
}

static void run_the_day(const void *input)
{
    const struct day *day = input;
    heavy_day = day->heavy;
    run_skewed(day->tasks);
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

static bool each_task_once(const struct day *day, struct seen *seen)
{
    const int n = day->tasks;
    const int team = seen_team(seen);
    const char *s = n == 1 ? "" : "s";
    int count;
    const int *run = seen_ints(seen, "times", &count);
    if (everybody_ran_all(run, n, team))
        return fault(seen,
                     "each of the %d threads ran all of the %d task%s\n"
                     "`parallel` alone lets every thread run the whole loop; `parallel for`\n"
                     "shares its iterations out.",
                     team, n, s);
    for (int i = 0; i < n; i++)
        if (run[i] != 1)
            return fault(seen, "%d task%s, team of %d: task %d was run %s, expected once", n, s,
                         team, i, how_often(run[i]));
    long long none_such = seen_value(seen, "beyond");
    for (int i = n; i < count; i++)
        none_such += run[i];
    if (none_such != 0)
        return fault(seen, "%d task%s, team of %d: a task was run that does not exist", n, s,
                     team);
    return true;
}

static void every_task(const void *input, struct seen *seen)
{
    each_task_once(input, seen);
}

/* ---- The makespan --------------------------------------------------------- */

/* No schedule on four cores is shorter than a quarter of the work, nor than
 * the longest task. */
static double ideal_makespan(const struct day *day)
{
    int total = 0, longest = 0;
    for (int i = 0; i < day->tasks; i++) {
        int length = length_of(i, day->heavy);
        total += length;
        if (length > longest)
            longest = length;
    }
    double quarter = (double)total / CORES;
    return quarter > longest ? quarter : longest;
}

static void nearly_ideal(const void *input, struct seen *seen)
{
    const struct day *day = input;
    if (!each_task_once(day, seen))
        return;
    double ideal = ideal_makespan(day);
    double enough = 1.1 * ideal;
    double makespan = seen_makespan(seen);
    if (makespan <= enough)
        return;

    double most = 0, least = makespan;
    for (int core = 0; core < CORES; core++) {
        double busy = seen_busy(seen, core);
        most = busy > most ? busy : most;
        least = busy < least ? busy : least;
    }
    fault_is(seen, SLOW);
    if (most < 0.75 * makespan)
        fault(seen,
              "the %s day took %.0f units; %.0f is ideal, %.0f would do\n"
              "No core was busy for more than %.0f units of that time: the threads kept each\n"
              "other waiting. Tasks do not depend on each other, and need no protection.",
              day->name, makespan, ideal, enough, most);
    fault(seen,
          "the %s day took %.0f units; %.0f is ideal, %.0f would do\n"
          "One core was busy for %.0f units, another for %.0f. The tasks are not equally\n"
          "long, and who does which was not decided by who was free.",
          day->name, makespan, ideal, enough, most, least);
}

static const struct day days[] = {
    {"growing", 16, false}, {"heavy", 10, true}, {"growing", 3, false},
    {"heavy", 1, true},     {"growing", 0, false},
};
static const struct day short_days[] = {{"growing", 3, false}, {"growing", 2, false}};
static const struct day growing[] = {{"growing", MOST_TASKS, false}};
static const struct day heavy[] = {{"heavy", MOST_TASKS, true}};

const struct exercise exercise = {
    .stars = 2,
    .rows = {
        {ONE_SCHEDULE, "each task once, teams of 1 to 8", .points = 2,
         .body = run_the_day, .judge = every_task, INPUTS(days),
         TEAMS(4, 1, 2, 3, 8)},
        {EVERY_SCHEDULE, "whoever goes first", .points = 2,
         .body = run_the_day, .judge = every_task, INPUTS(short_days),
         TEAMS(2, 3)},
        {FOUR_CORES, "the growing day", .points = 3,
         .body = run_the_day, .judge = nearly_ideal, INPUTS(growing)},
        {FOUR_CORES, "the heavy day", .points = 3,
         .body = run_the_day, .judge = nearly_ideal, INPUTS(heavy)},
    },
};
