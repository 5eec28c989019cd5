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

/* why_more, why_less: what a beginner should think of when too many or too few
 * tickets are sold. */
static void judge(const struct evening *evening, struct seen *seen, const char *why_more,
                  const char *why_less)
{
    const int expected =
        evening->seats < evening->buyers ? evening->seats : evening->buyers;
    const int left = evening->seats - expected;
    const long long tickets = seen_value(seen, "tickets");
    const long long seats = seen_value(seen, "seats");
    if (tickets > expected && evening->buyers > evening->seats) {
        fault(seen, "%lld ticket%s sold for %d seat%s%s", tickets,
              tickets == 1 ? " is" : "s are", evening->seats, s(evening->seats), why_more);
        return;
    }
    if (!want(seen, "tickets", expected,
              "%lld ticket%s sold to %d buyer%s, with %d seat%s for sale; it should be %d%s",
              tickets, tickets == 1 ? " is" : "s are", evening->buyers,
              s(evening->buyers), evening->seats, s(evening->seats), expected, why_less))
        return;
    want(seen, "seats", left,
         "the right number of tickets is sold, but the counter ends at %lld instead "
         "of %d\n"
         "A buyer who took a seat that was not there has to put it back.",
         seats, left);
}

static void right_alone(const void *input, struct seen *seen)
{
    judge(input, seen,
          "\nNobody was interrupted here: look at the condition. Is the captured value "
          "the one before the change, or the one after it?",
          "\nA buyer was refused although there was a seat, and nobody was interrupted: "
          "look at the condition. Is the captured value the one before the change, or "
          "the one after it?");
}

static void right_together(const void *input, struct seen *seen)
{
    judge(input, seen,
          "\nMore than one buyer was told that there is a seat before either of them had "
          "taken it. No single step is unprotected; but looking and taking are two "
          "steps, and what was seen may have changed before the second.",
          "\nA buyer was refused although there was a seat: what it read was not only "
          "its own change, but that of another buyer too.");
}

static const struct evening evenings[] = {{1, 1}, {1, 2}, {3, 8}, {8, 4}, {0, 3}};
static const struct evening last_seat[] = {{1, 2}};
/* With one seat, two buyers can come too late at once: the counter is at -1. */
static const struct evening three_buyers[] = {{2, 3}, {1, 3}};

const struct exercise exercise = {
    .stars = 2,
    .rows = {
        {ONE_SCHEDULE, "many evenings, one after the other", .points = 2,
         .body = buyers_come, .judge = right_alone, INPUTS(evenings),
         TEAMS(1, 2, 4)},
        {EVERY_SCHEDULE, "two buyers, one seat", .points = 5,
         .body = buyers_come, .judge = right_together, INPUTS(last_seat), TEAMS(2),
         .lanes = "buyer"},
        {EVERY_SCHEDULE, "three buyers, two seats or one", .points = 3,
         .body = buyers_come, .judge = right_together, INPUTS(three_buyers), TEAMS(3),
         .lanes = "buyer"},
    },
};
