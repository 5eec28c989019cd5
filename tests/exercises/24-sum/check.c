/* Exercise 24: a sum by reduction, starting value kept. */
#include "check.h"
#include "sum.h"

enum { MOST = 65536 };

struct day {
    long start;
    int shows;
    bool gala; /* each show takes 20 million */
};

/* All different and no round numbers, so that a wrong sum shows what is missing. */
static int taking(const struct day *day, int show)
{
    return (day->gala ? 2000000000 : 100) + show * 37 % 1009;
}

static long all_takings(const struct day *day)
{
    long total = 0;
    for (int i = 0; i < day->shows; i++)
        total += taking(day, i);
    return total;
}

static void count_the_money(const void *input)
{
    const struct day *day = input;
    int *takings = scratch((size_t)(day->shows + 1) * sizeof *takings);
    for (int i = 0; i < day->shows; i++)
        takings[i] = taking(day, i);
    takings[day->shows] = 1000000; /* belongs to nobody's sum */
    observe("sum", sum(day->start, takings, day->shows));
}

static void all_counted(const void *input, struct seen *seen)
{
    const struct day *day = input;
    const long takings = all_takings(day);
    const long expected = day->start + takings;
    const long long got = seen_value(seen, "sum");
    const int team = seen_team(seen);
    if (got == expected)
        return;
    if (got == day->start)
        fault(seen,
              "the sum is %lld: that is the start, and all takings are missing\n"
              "Each thread added up its own private total, and it was forgotten when the\n"
              "region ended. A reduction adds the totals of all threads to the one outside.",
              got);
    else if (got == takings)
        fault(seen,
              "the sum is %lld, expected %ld: the start, %ld, is missing\n"
              "A reduction adds to the value that the variable has before the region.",
              got, expected, day->start);
    else if (got == day->start + team * takings)
        fault(seen,
              "the sum is %lld, expected %ld: each of the %d threads added all takings\n"
              "`parallel` alone lets every thread run the whole loop; `parallel for`\n"
              "shares its iterations out.",
              got, expected, team);
    else if (got == 2 * day->start + takings || got == team * day->start + takings)
        fault(seen,
              "the sum is %lld, expected %ld: the start, %ld, was added %lld times\n"
              "A reduction keeps the value that the variable has before the region, and\n"
              "the total of each thread begins at 0. So the start is added once, in one place.",
              got, expected, day->start, (got - takings) / day->start);
    else if (day->gala)
        fault(seen,
              "the sum of %d takings of 20 million each is %lld, expected %ld\n"
              "An int holds 21 million and no more, in cents. The sum fits into a long: so\n"
              "every variable in which it grows must be one.",
              day->shows, got, expected);
    else
        fault(seen,
              "the sum of %d taking%s is %lld with a team of %d, expected %ld\n"
              "Each of the takings must reach the sum once, whichever thread adds it.",
              day->shows, day->shows == 1 ? "" : "s", got, team, expected);
}

static const struct day days[] = {
    {500, 10, false}, {500, 16, false}, {-700, 3, false},      {0, 5, false},
    {31, 1, false},  {3000000000, 20, false}, {500, 6, true},
};
static const struct day short_days[] = {{500, 4, false}, {500, 2, false}};
static const struct day long_day[] = {{500, MOST, false}};

const struct exercise exercise = {
    .stars = 2,
    .rows = {
        {ONE_SCHEDULE, "the sum, for teams of 1 to 8", .points = 4,
         .body = count_the_money, .judge = all_counted, INPUTS(days),
         TEAMS(4, 1, 2, 3, 8)},
        {EVERY_SCHEDULE, "whoever goes first", .points = 3,
         .body = count_the_money, .judge = all_counted, INPUTS(short_days),
         TEAMS(2, 3)},
        {FOUR_CORES, "65536 takings on four cores", .points = 3,
         .body = count_the_money, .judge = all_counted, INPUTS(long_day),
         .speedup = 3},
    },
};
