/* Exercise 21: each thread of a team works out its share of n tasks. */
#include "check.h"
#include "split_by_hand.h"

enum { MOST_TASKS = 128, MOST_THREADS = 8, TASK = 50 };

/* ---- The arithmetic alone ---------------------------------------------- */

struct cut {
    int n, threads;
};

static void cut_up(const void *input)
{
    const struct cut *cut = input;
    int begin[MOST_THREADS], end[MOST_THREADS];
    for (int t = 0; t < cut->threads; t++) {
        struct range range = share(cut->n, cut->threads, t);
        begin[t] = range.begin;
        end[t] = range.end;
    }
    observe_ints("begin", begin, cut->threads);
    observe_ints("end", end, cut->threads);
}

static const char *plural(int count)
{
    return count == 1 ? "" : "s";
}

/* The first thread from t on in whose share task i is; `threads` if none. */
static int owner_from(int t, int i, const int begin[], const int end[], int threads)
{
    while (t < threads && (i < begin[t] || end[t] <= i))
        t++;
    return t;
}

static bool inside(const struct cut *cut, struct seen *seen, const int begin[], const int end[])
{
    for (int t = 0; t < cut->threads; t++)
        if (begin[t] > end[t])
            return fault(seen,
                         "%d task%s, %d threads: the share of thread %d begins at %d and ends at %d\n"
                         "A share cannot hold fewer than no tasks. In an empty one, begin equals end.",
                         cut->n, plural(cut->n), cut->threads, t, begin[t], end[t]);
    for (int t = 0; t < cut->threads; t++)
        if (begin[t] < end[t] && (begin[t] < 0 || end[t] > cut->n))
            return fault(seen,
                         "%d task%s, %d thread%s: the share of thread %d runs from %d to %d\n"
                         "There are only the tasks from 0 up to, and not including, %d.",
                         cut->n, plural(cut->n), cut->threads, plural(cut->threads), t, begin[t],
                         end[t], cut->n);
    return true;
}

static bool each_in_one(const struct cut *cut, struct seen *seen, const int begin[],
                        const int end[])
{
    for (int i = 0; i < cut->n; i++) {
        int first = owner_from(0, i, begin, end, cut->threads);
        if (first == cut->threads)
            return fault(seen,
                         "%d task%s, %d thread%s: task %d is in nobody's share\n"
                         "The shares must not leave gaps; the last task belongs to somebody too.",
                         cut->n, plural(cut->n), cut->threads, plural(cut->threads), i);
        int second = owner_from(first + 1, i, begin, end, cut->threads);
        if (second < cut->threads)
            return fault(seen,
                         "%d task%s, %d threads: task %d is in the shares of threads %d and %d\n"
                         "A range includes its begin but not its end: the next share begins\n"
                         "exactly where this one ends.",
                         cut->n, plural(cut->n), cut->threads, i, first, second);
    }
    return true;
}

static bool none_too_large(const struct cut *cut, struct seen *seen, const int begin[],
                           const int end[])
{
    int enough = (cut->n + cut->threads - 1) / cut->threads;
    for (int t = 0; t < cut->threads; t++)
        if (end[t] - begin[t] > enough) {
            fault_is(seen, SLOW);
            return fault(seen,
                         "%d tasks, %d threads: thread %d gets %d, though %d would be enough\n"
                         "All others wait until the thread with the largest share is ready.",
                         cut->n, cut->threads, t, end[t] - begin[t], enough);
        }
    return true;
}

static void well_cut(const void *input, struct seen *seen)
{
    const struct cut *cut = input;
    int count;
    const int *begin = seen_ints(seen, "begin", &count);
    const int *end = seen_ints(seen, "end", &count);
    if (inside(cut, seen, begin, end) && each_in_one(cut, seen, begin, end))
        none_too_large(cut, seen, begin, end);
}

/* ---- The team ----------------------------------------------------------- */

PER_RUN static int times[MOST_TASKS]; /* each task was run so often */
PER_RUN static int ran_by[MOST_TASKS]; /* the thread that ran it last */
PER_RUN static int beyond;             /* runs of tasks that do not exist */

PROVIDED void do_task(int i)
{
    if (i < 0 || i >= MOST_TASKS) {
#pragma omp atomic
        beyond++;
        return;
    }
#pragma omp atomic
    times[i]++;
#pragma omp atomic write
    ran_by[i] = omp_get_thread_num();
    work(TASK);
}

/* Which thread has each task in its share; nobody: -1. */
static void find_owners(int n, int owner[])
{
    for (int i = 0; i < n; i++)
        owner[i] = -1;
    for (int t = 0; t < omp_get_max_threads(); t++) {
        struct range range = share(n, omp_get_max_threads(), t);
        for (int i = range.begin < 0 ? 0 : range.begin; i < range.end && i < n; i++)
            owner[i] = t;
    }
}

static void run_them(const void *input)
{
    const int *n = input;
    int owner[MOST_TASKS];
    run_all(*n);
    find_owners(*n, owner);
    observe_ints("owner", owner, *n);
    observe_ints("ran by", ran_by, *n);
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

/* Splitting by hand means that the shares say who does what, where the team is of the
 * size that was asked for. */
static void each_by_its_owner(int n, struct seen *seen)
{
    int count;
    const int *owner = seen_ints(seen, "owner", &count);
    const int *by = seen_ints(seen, "ran by", &count);
    bool alone = true; /* one thread did it all: nothing was split */
    if (seen_widest(seen) != seen_team(seen))
        return;
    for (int i = 0; i < n; i++)
        alone = alone && by[i] == 0;
    for (int i = 0; i < n && !alone; i++)
        if (owner[i] >= 0 && by[i] != owner[i]) {
            fault(seen,
                  "%d task%s, team of %d: thread %d ran task %d, which is in the share of thread "
                  "%d\n"
                  "In run_all, each thread asks share() for its own tasks, by its own number, and "
                  "runs these and no others.",
                  n, plural(n), seen_team(seen), by[i], i, owner[i]);
            return;
        }
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
              "Every thread runs the whole block of a parallel region. It must ask for\n"
              "its own number, and run only the tasks of its own share.",
              team, n, plural(n));
        return;
    }
    for (int i = 0; i < n; i++)
        if (run[i] != 1) {
            fault(seen,
                  "%d task%s, team of %d: task %d was run %s\n"
                  "The shares must fit the team that really runs: its size and the number\n"
                  "of each thread are known inside the parallel region only.",
                  n, plural(n), team, i, how_often(run[i]));
            return;
        }
    long long none_such = seen_value(seen, "beyond");
    for (int i = n; i < count; i++)
        none_such += run[i];
    if (none_such != 0)
        fault(seen,
              "%d task%s, team of %d: a task was run that does not exist\n"
              "The tasks are numbered from 0 to n - 1. The shares must fit the team that\n"
              "really runs: its size is known inside the parallel region only.",
              n, plural(n), team);
    each_by_its_owner(n, seen);
}

/* ---- The exercise -------------------------------------------------------- */

static const struct cut cuts[] = {
    {8, 4},  {12, 4}, {10, 4}, {7, 4},   {9, 4},  {19, 4}, {16, 1}, {5, 2},
    {17, 3}, {19, 5}, {13, 6}, {100, 7}, {29, 8}, {3, 4},  {1, 4},  {0, 4},
    {2, 3},  {5, 8},  {7, 8},  {1, 8},   {1, 1},  {0, 1},
    {31, 7}, {1013, 7},
};
static const int tasks[] = {8, 10, 19, 3, 1, 0};
static const int few_tasks[] = {5, 2};
static const int long_day[] = {19};

const struct exercise exercise = {
    .stars = 2,
    .without = "for taskloop",
    .rows = {
        {ONE_SCHEDULE, "share: each task in one share", .points = 4,
         .body = cut_up, .judge = well_cut, INPUTS(cuts), TEAMS(1)},
        {ONE_SCHEDULE, "run_all: teams of 1 to 8 threads", .points = 2,
         .body = run_them, .judge = each_task_once, INPUTS(tasks),
         TEAMS(4, 1, 2, 3, 5, 8)},
        {EVERY_SCHEDULE, "run_all: whoever goes first", .points = 2,
         .body = run_them, .judge = each_task_once, INPUTS(few_tasks),
         TEAMS(2, 3)},
        {FOUR_CORES, "19 tasks on four cores", .points = 2,
         .body = run_them, .judge = each_task_once, INPUTS(long_day),
         .speedup = 3.6},
    },
};
