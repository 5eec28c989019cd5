/* Swaps in opposite directions: no deadlock, and the seats stay right. */
#include "check.h"

/* The header defines sell(). The one to be tried is that of the submission,
 * which is instrumented; the copy in this file goes by another name. */
#define sell sell_uninstrumented
#include "swap_tickets.h"
#undef sell
bool sell(struct show *show);

enum { SHOWS = 3 };

/* A global, so that a report can call its locks by their names. */
static PER_RUN struct show shows[SHOWS];

static void open_shows(const int seats[SHOWS])
{
    for (int i = 0; i < SHOWS; i++) {
        shows[i].number = i;
        shows[i].seats = seats[i];
        omp_init_lock(&shows[i].lock);
    }
}

/* The locks are not destroyed: one that is still held is to be found as the
 * leak it is, not as a lock destroyed too early. */
static void close_shows(void)
{
    int left[SHOWS];
    for (int i = 0; i < SHOWS; i++)
        left[i] = shows[i].seats;
    observe_ints("seats", left, SHOWS);
}

/* One swap a buyer: the show each has and the one each wants. */
struct swaps {
    int buyers;
    int have[3], want[3];
    int seats[SHOWS];
};

static void buyers_swap(const void *input)
{
    const struct swaps *swaps = input;
    int swapped[3] = {0};
    open_shows(swaps->seats);
    watch("seats[0]", shows[0].seats);
    watch("seats[1]", shows[1].seats);
    #pragma omp parallel for schedule(static, 1)
    for (int buyer = 0; buyer < swaps->buyers; buyer++)
        swapped[buyer] = swap(&shows[swaps->have[buyer]], &shows[swaps->want[buyer]]);
    observe_ints("swapped", swapped, swaps->buyers);
    close_shows();
}

/* What the swaps give one after another, in this order of buyers. */
static void swap_in_order(const struct swaps *swaps, const int order[3], int swapped[3],
                          int seats[SHOWS])
{
    for (int i = 0; i < SHOWS; i++)
        seats[i] = swaps->seats[i];
    for (int i = 0; i < swaps->buyers; i++) {
        const int buyer = order[i];
        const int have = swaps->have[buyer], want = swaps->want[buyer];
        swapped[buyer] = have == want || seats[want] > 0;
        if (swapped[buyer] && have != want) {
            seats[have]++;
            seats[want]--;
        }
    }
}

static bool equal(const int *a, const int *b, int count)
{
    for (int i = 0; i < count; i++)
        if (a[i] != b[i])
            return false;
    return true;
}

/* Is the outcome that of some order of whole swaps? */
static bool as_if_in_order(const struct swaps *swaps, const struct seen *seen)
{
    static const int orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                     {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    int count;
    const int *swapped = seen_ints(seen, "swapped", &count);
    const int *seats = seen_ints(seen, "seats", &count);
    for (int i = 0; i < 6; i++) {
        int expected[3], left[SHOWS];
        bool possible = true;
        for (int k = 0; k < swaps->buyers; k++)
            possible = possible && orders[i][k] < swaps->buyers;
        if (!possible)
            continue;
        swap_in_order(swaps, orders[i], expected, left);
        if (equal(swapped, expected, swaps->buyers) && equal(seats, left, SHOWS))
            return true;
    }
    return false;
}

static void single_swap(const void *input, struct seen *seen)
{
    const struct swaps *swaps = input;
    const int order[3] = {0};
    int expected[3], left[SHOWS], count;
    const int *swapped = seen_ints(seen, "swapped", &count);
    const int *seats = seen_ints(seen, "seats", &count);
    swap_in_order(swaps, order, expected, left);
    if (swapped[0] != expected[0]) {
        fault(seen, "swap() returns %s to a buyer who has show %d and wants %s; it should "
                    "be %s",
              swapped[0] ? "true" : "false", swaps->have[0],
              swaps->have[0] == swaps->want[0] ? "the same show"
              : expected[0]                    ? "a show with a free seat"
                                               : "a show that is sold out",
              expected[0] ? "true" : "false");
        return;
    }
    for (int i = 0; i < SHOWS; i++)
        if (seats[i] != left[i]) {
            fault(seen, "after a swap of show %d for show %d, show %d has %d free seat%s; "
                        "it should have %d",
                  swaps->have[0], swaps->want[0], i, seats[i], seats[i] == 1 ? "" : "s",
                  left[i]);
            return;
        }
}

/* Is every seat where the answers of swap() say it went? */
static bool moved_as_told(const struct swaps *swaps, const struct seen *seen)
{
    int count, left[SHOWS];
    const int *swapped = seen_ints(seen, "swapped", &count);
    for (int i = 0; i < SHOWS; i++)
        left[i] = swaps->seats[i];
    for (int buyer = 0; buyer < swaps->buyers; buyer++) {
        left[swaps->have[buyer]] += swapped[buyer];
        left[swaps->want[buyer]] -= swapped[buyer];
    }
    return equal(seen_ints(seen, "seats", &count), left, SHOWS);
}

static void whole_swaps(const void *input, struct seen *seen)
{
    int count;
    const int *seats = seen_ints(seen, "seats", &count);
    for (int i = 0; i < SHOWS; i++)
        if (seats[i] < 0) {
            fault(seen,
                  "show %d ends with %d free seats: more people than chairs\n"
                  "Somebody took a seat that was given back for a swap which then did "
                  "not come about, or that was gone since it was looked at.",
                  i, seats[i]);
            return;
        }
    if (as_if_in_order(input, seen))
        return;
    if (moved_as_told(input, seen))
        fault(seen,
              "a swap is refused, though its show had a free seat in every order of swaps\n"
              "A lock that somebody else holds at the moment is no reason to say no: wait "
              "until it is free, and look at the seats then. Nor may a swap look while another "
              "one is half done: hold both locks until both shows are changed.");
    else
        fault(seen,
              "the swaps end as no order of whole swaps could end\n"
              "A swap that is under way can be seen by others: a seat is given back "
              "before it is certain that the wanted one can be taken. Hold both locks "
              "until both shows are changed.");
}

/* What the box office does while a buyer swaps. */
enum office { SELLS, COUNTS };

/* All free seats, when nobody is changing any: both locks are had at once, or
 * nothing is counted. It never waits, so it takes part in no circle. */
static int count_seats(int otherwise)
{
    int seats = otherwise;
    if (!omp_test_lock(&shows[0].lock))
        return seats;
    if (omp_test_lock(&shows[1].lock)) {
        seats = shows[0].seats + shows[1].seats;
        omp_unset_lock(&shows[1].lock);
    }
    omp_unset_lock(&shows[0].lock);
    return seats;
}

/* Buyer 0 swaps show 0 for show 1, whose last seat the box office sells, or
 * sees. */
static void swap_and_office(const void *input)
{
    const enum office *office = input;
    int tickets[2] = {0, 0}, counted = 1;
    open_shows((const int[SHOWS]){0, 1, 0});
    watch("seats[1]", shows[1].seats);
    #pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0)
        tickets[0] = swap(&shows[0], &shows[1]);
    else if (*office == SELLS)
        tickets[1] = sell(&shows[1]);
    else
        counted = count_seats(1);
    observe("counted", counted);
    observe("tickets", tickets[0] + tickets[1]);
    close_shows();
}

static void one_gets_it(const void *input, struct seen *seen)
{
    const enum office *office = input;
    int count;
    const int *seats = seen_ints(seen, "seats", &count);
    if (*office == COUNTS) {
        want(seen, "counted", 1,
             "somebody who holds the locks of both shows counts %lld free seats; there is 1\n"
             "A swap was half done, and held neither lock. It has to hold both from the "
             "first change to the last.",
             seen_value(seen, "counted"));
        return;
    }
    if (want(seen, "tickets", 1,
             "the last seat of show 1 is given to %lld buyers\n"
             "One got it by a swap, the other from the box office, whose sell() holds "
             "the lock of the show while it looks and sells. A swap has to hold that lock too.",
             seen_value(seen, "tickets")) &&
        seats[1] != 0)
        fault(seen, "show 1 ends with %d free seats; it should be 0", seats[1]);
}

static const struct swaps singles[] = {
    {1, {0}, {1}, {0, 2, 5}}, {1, {1}, {0}, {1, 1, 0}}, {1, {0}, {1}, {3, 0, 0}},
    {1, {2}, {1}, {0, 0, 0}}, {1, {1}, {1}, {0, 4, 0}}, {1, {1}, {1}, {0, 0, 0}},
};
static const struct swaps opposite[] = {
    {2, {0, 1}, {1, 0}, {1, 1, 0}},
    {2, {0, 1}, {1, 0}, {0, 1, 0}},
    {2, {0, 1}, {1, 0}, {0, 0, 0}},
    {2, {0, 2}, {1, 1}, {0, 1, 0}},
    {2, {0, 0}, {1, 1}, {0, 2, 0}},
};
static const enum office offices[] = {SELLS, COUNTS};
static const struct swaps circle[] = {{3, {0, 1, 2}, {1, 2, 0}, {1, 1, 1}}};

const struct exercise exercise = {
    .stars = 3,
    .rows = {
        {ONE_SCHEDULE, "single swaps", .points = 2, .body = buyers_swap,
         .judge = single_swap, INPUTS(singles), TEAMS(1)},
        {EVERY_SCHEDULE, "two buyers swap between two shows", .points = 4,
         .body = buyers_swap, .judge = whole_swaps, INPUTS(opposite), TEAMS(2),
         .lanes = "buyer"},
        {EVERY_SCHEDULE, "a swap, while the box office sells or counts", .points = 2,
         .body = swap_and_office, .judge = one_gets_it, INPUTS(offices), TEAMS(2)},
        {EVERY_SCHEDULE, "three buyers swap round three shows", .points = 2,
         .body = buyers_swap, .judge = whole_swaps, INPUTS(circle), TEAMS(3),
         .lanes = "buyer"},
    },
};
