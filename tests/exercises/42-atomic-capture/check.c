/* Buyers book at once, with atomic operations; the explorer tries the gaps. */
#include "check.h"
#include "atomic_capture.h"

enum { MOST_BUYERS = 8 };

struct evening {
    int seats, buyers;
};

static void buyers_come(const void *input)
{
    const struct evening *evening = input;
    struct show show = {.seats = evening->seats};
    int ticket[MOST_BUYERS] = {0};
    watch("seats", show.seats);
    #pragma omp parallel for schedule(static, 1)
    for (int buyer = 0; buyer < evening->buyers; buyer++)
        ticket[buyer] = book(&show);
    int tickets = 0;
    for (int buyer = 0; buyer < evening->buyers; buyer++)
        tickets += ticket[buyer];
    observe("tickets", tickets);
    observe("seats", show.seats);
}

static const char *s(long long n)
{
    return n == 1 ? "" : "s";
}

static void too_many_tickets(struct seen *seen, const struct evening *evening)
{
    const long long tickets = seen_value(seen, "tickets");
    fault(seen,
          "%lld tickets are sold for %d seat%s\n"
          "More than one buyer was told that there is a seat, before either of them "
          "had taken it. No single step is unprotected; but looking and taking are "
          "two steps, and what was seen may have changed before the second.",
          tickets, evening->seats, s(evening->seats));
}

static void right_in_the_end(const void *input, struct seen *seen)
{
    const struct evening *evening = input;
    const int expected =
        evening->seats < evening->buyers ? evening->seats : evening->buyers;
    const int left = evening->seats - expected;
    const long long tickets = seen_value(seen, "tickets");
    const long long seats = seen_value(seen, "seats");
    if (tickets > expected && evening->buyers > evening->seats) {
        too_many_tickets(seen, evening);
        return;
    }
    if (!want(seen, "tickets", expected,
              "%lld ticket%s sold to %d buyer%s, with %d seat%s for sale; it should be %d\n"
              "A buyer was refused although there was a seat.",
              tickets, tickets == 1 ? " is" : "s are", evening->buyers,
              s(evening->buyers), evening->seats, s(evening->seats), expected))
        return;
    want(seen, "seats", left,
         "the right number of tickets is sold, but the counter ends at %lld instead "
         "of %d\n"
         "A buyer who took a seat that was not there has to put it back.",
         seats, left);
}

static const struct evening evenings[] = {{1, 1}, {1, 2}, {3, 8}, {8, 4}, {0, 3}};
static const struct evening last_seat[] = {{1, 2}};
static const struct evening three_buyers[] = {{2, 3}};

const struct exercise exercise = {
    .stars = 2,
    .rows = {
        {ONE_SCHEDULE, "many evenings, one after the other", .points = 2,
         .body = buyers_come, .judge = right_in_the_end, INPUTS(evenings),
         TEAMS(1, 2, 4)},
        {EVERY_SCHEDULE, "two buyers, one seat", .points = 5,
         .body = buyers_come, .judge = right_in_the_end, INPUTS(last_seat), TEAMS(2),
         .lanes = "buyer"},
        {EVERY_SCHEDULE, "three buyers, two seats", .points = 3,
         .body = buyers_come, .judge = right_in_the_end, INPUTS(three_buyers), TEAMS(3),
         .lanes = "buyer"},
    },
};
