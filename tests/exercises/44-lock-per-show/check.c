/* Ten shows behind ten locks: right in every schedule, and side by side. */
#include <string.h>

#include "check.h"
#include "lock_per_show.h"

enum { MOST_BUYERS = 40 };

/* A global, so that a report can call its locks by their names. */
static PER_RUN struct show shows[SHOWS + 1]; /* the last is nobody's */
enum { USED_MEMORY = 0xa5 };

static PER_RUN int at_plan[SHOWS];     /* buyers that are marking now */
static PER_RUN int marked[MOST_BUYERS];
static PER_RUN int crowded = -1;       /* a show whose plan two buyers were at */

PROVIDED void mark_seat(int show, int buyer)
{
    int others;
    #pragma omp atomic capture
    others = at_plan[show % SHOWS]++;
    if (others > 0) {
        #pragma omp atomic write
        crowded = show;
    }
    #pragma omp atomic
    marked[buyer % MOST_BUYERS]++;
    step("marks a seat");
    work(10);
    #pragma omp atomic
    at_plan[show % SHOWS]--;
}

/* Buyer b wants show b % shows. */
struct evening {
    int shows, seats, buyers;
};

static void box_office(const void *input)
{
    const struct evening *evening = input;
    int ticket[MOST_BUYERS] = {0};
    int sold[SHOWS] = {0};
    int left[SHOWS];

    /* Memory that has been used before: zeroes would hide a lock that
     * nobody has initialised. */
    memset(shows, USED_MEMORY, sizeof shows);
    open_shows(shows, evening->seats);
    if (evening->shows == 1) {
        watch("seats", shows[0].seats);
    } else {
        watch("seats[0]", shows[0].seats);
        watch("seats[1]", shows[1].seats);
    }
    #pragma omp parallel for schedule(static, 1)
    for (int buyer = 0; buyer < evening->buyers; buyer++)
        ticket[buyer] = book(shows, buyer % evening->shows, buyer);

    for (int buyer = 0; buyer < evening->buyers; buyer++)
        sold[buyer % evening->shows] += ticket[buyer];
    for (int show = 0; show < SHOWS; show++)
        left[show] = shows[show].seats;
    close_shows(shows);
    const unsigned char *beyond = (const unsigned char *)&shows[SHOWS];
    int changed = 0;
    for (size_t i = 0; i < sizeof *shows; i++)
        changed += beyond[i] != USED_MEMORY;
    observe("beyond", changed);
    observe("locks", locks_open());
    observe_ints("ticket", ticket, evening->buyers);
    observe_ints("marked", marked, evening->buyers);
    observe_ints("sold", sold, SHOWS);
    observe_ints("left", left, SHOWS);
    observe("crowded", crowded);
}

static const char *s(long long n)
{
    return n == 1 ? "" : "s";
}

static int buyers_of(const struct evening *evening, int show)
{
    int buyers = 0;
    for (int buyer = 0; buyer < evening->buyers; buyer++)
        buyers += buyer % evening->shows == show;
    return buyers;
}

static bool tickets_right(const struct evening *evening, struct seen *seen)
{
    int count;
    const int *sold = seen_ints(seen, "sold", &count);
    const int *left = seen_ints(seen, "left", &count);
    for (int show = 0; show < SHOWS; show++) {
        const int wanted = buyers_of(evening, show);
        const int expected = wanted < evening->seats ? wanted : evening->seats;
        if (sold[show] != expected)
            return fault(seen,
                         "show %d sells %d ticket%s to %d buyer%s for %d seat%s; it "
                         "should be %d",
                         show, sold[show], s(sold[show]), wanted, s(wanted),
                         evening->seats, s(evening->seats), expected);
        if (left[show] != evening->seats - expected)
            return fault(seen,
                         "show %d sells the right number of tickets, but its counter "
                         "ends at %d instead of %d",
                         show, left[show], evening->seats - expected);
    }
    return true;
}

static void every_show_right(const void *input, struct seen *seen)
{
    if (!tickets_right(input, seen))
        return;
    int buyers;
    const int *ticket = seen_ints(seen, "ticket", &buyers);
    const int *times = seen_ints(seen, "marked", &buyers);
    for (int buyer = 0; buyer < buyers; buyer++)
        if (times[buyer] != ticket[buyer]) {
            fault(seen, "buyer %d got %d ticket%s, but mark_seat() was called %d time%s",
                  buyer, ticket[buyer], s(ticket[buyer]), times[buyer],
                  s(times[buyer]));
            return;
        }
    if (!want(seen, "crowded", -1,
         "two buyers were at the plan of show %lld at the same time\n"
         "The lock of a show protects its plan too: mark_seat() is called while the "
         "lock is held.",
         seen_value(seen, "crowded")) ||
        !want(seen, "beyond", 0,
              "memory behind the last show is written\n"
              "The shows are numbered from 0 to SHOWS - 1: there is no shows[SHOWS]."))
        return;
    const long long locks = seen_value(seen, "locks");
    fault_is(seen, LEAK);
    want(seen, "locks", 0,
         "after close_shows() %lld lock%s not destroyed\n"
         "What omp_init_lock() has prepared, omp_destroy_lock() gives back: for every "
         "show, not only for one.",
         locks, locks == 1 ? " is" : "s are");
}

static const struct evening evenings[] = {{1, 2, 5}, {10, 1, 30}, {3, 4, 12}, {2, 0, 6}};
static const struct evening same_show[] = {{1, 1, 2}, {1, 2, 3}};
static const struct evening two_shows[] = {{2, 1, 3}};
static const struct evening ten_shows[] = {{10, 3, 40}};

const struct exercise exercise = {
    .stars = 3,
    .rows = {
        {ONE_SCHEDULE, "many evenings, one buyer after the other", .points = 2,
         .body = box_office, .judge = every_show_right, INPUTS(evenings), TEAMS(1, 2, 4)},
        {EVERY_SCHEDULE, "buyers of one show", .points = 2,
         .body = box_office, .judge = every_show_right, INPUTS(same_show), TEAMS(3),
         .lanes = "buyer"},
        {EVERY_SCHEDULE, "three buyers of two shows", .points = 2,
         .body = box_office, .judge = every_show_right, INPUTS(two_shows), TEAMS(3),
         .lanes = "buyer"},
        {FOUR_CORES, "ten shows sell at the same time", .points = 4,
         .body = box_office, .judge = every_show_right, INPUTS(ten_shows), TEAMS(4),
         .speedup = 3.0},
    },
};
