/* Exercise 13: two queues, two machines, half the time.
 *
 * The customers of the left queue have the numbers 0, 1, 2 …, those of the
 * right queue 100, 101, 102 …; prices differ, so that the takings betray who
 * was left out.
 */
#include "check.h"
#include "coffee_two_machines.h"

enum { MOST = 16, RIGHT = 100, COFFEE = 50, NOBODY = -1 };

struct queues {
    int left, right; /* how many customers stand in line */
};

PER_RUN static int times[2][MOST];   /* each customer was served so often, */
PER_RUN static int machine[2][MOST]; /* last by the thread with this number */
PER_RUN static int strangers;        /* served, but in no queue */
PER_RUN static int last[2] = {NOBODY, NOBODY}; /* served last in each queue */
PER_RUN static int pushed_in;        /* served before somebody further ahead */

static int price(int customer)
{
    return 200 + 10 * (customer % RIGHT) + customer / RIGHT;
}

PROVIDED int serve(int customer)
{
    int queue = customer >= RIGHT;
    int place = customer % RIGHT;
    if (customer < 0 || customer >= 2 * RIGHT || place >= MOST) {
#pragma omp atomic
        strangers++;
        return 0;
    }
#pragma omp atomic
    times[queue][place]++;
    machine[queue][place] = omp_get_thread_num();
    if (place < last[queue])
        pushed_in = 1;
    last[queue] = place;
    work(COFFEE);
    return price(customer);
}

static void a_day_at_the_bar(const void *input)
{
    const struct queues *queues = input;
    int left[MOST], right[MOST];
    for (int i = 0; i < MOST; i++) {
        /* Behind the last customer stands a stranger. */
        left[i] = i < queues->left ? i : NOBODY;
        right[i] = i < queues->right ? RIGHT + i : NOBODY;
    }
    observe("takings", serve_both(left, queues->left, right, queues->right));
    observe_ints("times left", times[0], queues->left);
    observe_ints("times right", times[1], queues->right);
    observe_ints("machine left", machine[0], queues->left);
    observe_ints("machine right", machine[1], queues->right);
    observe("strangers", strangers);
    observe("pushed in", pushed_in);
}

static bool each_once(struct seen *seen, const char *queue, const char *name)
{
    int count;
    const int *served = seen_ints(seen, name, &count);
    for (int i = 0; i < count; i++) {
        if (served[i] == 0)
            return fault(seen,
                         "customer %d of the %s queue was never served by a team of %d\n"
                         "How many threads there are is for OpenMP to choose. Each section is\n"
                         "carried out once, whether the team has one thread or eight.",
                         i, queue, seen_team(seen));
        if (served[i] > 1)
            return fault(seen,
                         "customer %d of the %s queue was served more than once\n"
                         "In a parallel region every thread runs the whole block, unless the\n"
                         "block is divided: `sections` gives each section to one thread.",
                         i, queue);
    }
    return true;
}

static bool one_machine(struct seen *seen, const char *queue, const char *name)
{
    int count;
    const int *served_at = seen_ints(seen, name, &count);
    for (int i = 1; i < count; i++)
        if (served_at[i] != served_at[0])
            return fault(seen,
                         "customers 0 and %d of the %s queue were served at two machines\n"
                         "Each queue stands before one machine: one thread serves all of it, and\n"
                         "at the same time another thread serves the other queue.",
                         i, queue);
    return true;
}

static bool served_and_paid(const struct queues *queues, struct seen *seen)
{
    if (seen_value(seen, "strangers") != 0)
        return fault(seen, "a machine reached behind the end of its queue");
    if (!each_once(seen, "left", "times left") ||
        !each_once(seen, "right", "times right") ||
        !one_machine(seen, "left", "machine left") ||
        !one_machine(seen, "right", "machine right") ||
        !want_work(seen, COFFEE * (long long)(queues->left + queues->right)) ||
        !want(seen, "pushed in", 0, "a customer was served before somebody further ahead"))
        return false;
    long long expected = 0;
    for (int i = 0; i < queues->left; i++)
        expected += price(i);
    for (int i = 0; i < queues->right; i++)
        expected += price(RIGHT + i);
    return want(seen, "takings", expected, "the takings are %lld cents, expected %lld",
                seen_value(seen, "takings"), expected);
}

static void everybody_served(const void *input, struct seen *seen)
{
    served_and_paid(input, seen);
}

/* A makespan, not a speedup: with fewer threads than it asks for, a program may
 * leave a queue alone, and seem fast. */
static void half_the_time(const void *input, struct seen *seen)
{
    const struct queues *queues = input;
    double all = COFFEE * (queues->left + queues->right);
    if (!served_and_paid(queues, seen) || seen_makespan(seen) <= all / 1.9)
        return;
    double most = seen_busy(seen, 0), least = seen_busy(seen, 1);
    if (most < least) {
        most = least;
        least = seen_busy(seen, 0);
    }
    fault_is(seen, least < 0.1 * most ? SERIAL : SLOW);
    fault(seen,
          "two machines took %.0f units for %.0f units of coffee; %.0f would do\n"
          "One machine was busy for %.0f units, the other for %.0f. To be worth their\n"
          "place, both must be at work at the same time, each at its own queue.",
          seen_makespan(seen), all, all / 1.9, most, least);
}

static const struct queues days[] = {{4, 3}, {1, 5}, {3, 0}, {0, 2}, {0, 0}};
static const struct queues short_queues[] = {{2, 1}, {1, 1}};
static const struct queues long_queues[] = {{8, 8}};

const struct exercise exercise = {
    .stars = 1,
    .rows = {
        {ONE_SCHEDULE, "every customer once", .points = 4,
         .body = a_day_at_the_bar, .judge = everybody_served, INPUTS(days),
         TEAMS(2, 1, 3, 4, 8), .lanes = "machine"},
        {EVERY_SCHEDULE, "whichever machine is faster", .points = 3,
         .body = a_day_at_the_bar, .judge = everybody_served,
         INPUTS(short_queues), TEAMS(2, 3), .lanes = "machine"},
        {FOUR_CORES, "two machines, half the time", .points = 3,
         .body = a_day_at_the_bar, .judge = half_the_time,
         INPUTS(long_queues), TEAMS(2), .cores = 2, .lanes = "machine"},
    },
};
