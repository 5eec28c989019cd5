/* Buyers book at once: no seat twice, and the payments overlap. */
#include "check.h"
#include "one_at_a_time.h"

enum { MOST_BUYERS = 8 };

static PER_RUN int printed[MOST_BUYERS];
static PER_RUN int paid[MOST_BUYERS];

PROVIDED void print_ticket(int buyer)
{
    #pragma omp atomic
    printed[buyer % MOST_BUYERS]++;
    work(1);
}

PROVIDED void pay(int buyer)
{
    #pragma omp atomic
    paid[buyer % MOST_BUYERS]++;
    pause_for(20);
}

struct evening {
    int seats, buyers;
};

static void buyers_come(const void *input)
{
    const struct evening *evening = input;
    struct show show = {.seats = evening->seats};
    int ticket[MOST_BUYERS] = {0};
    watch("seats", show.seats);
    /* One buyer comes when there is no team: book() starts none of its own. */
    #pragma omp parallel for schedule(static, 1) if (evening->buyers > 1)
    for (int buyer = 0; buyer < evening->buyers; buyer++)
        ticket[buyer] = book(&show, buyer);
    int tickets = 0;
    for (int buyer = 0; buyer < evening->buyers; buyer++)
        tickets += ticket[buyer];
    observe("tickets", tickets);
    observe("seats", show.seats);
    observe_ints("ticket", ticket, evening->buyers);
    observe_ints("printed", printed, evening->buyers);
    observe_ints("paid", paid, evening->buyers);
}

static const char *are(long long n)
{
    return n == 1 ? "is" : "are";
}

static const char *s(long long n)
{
    return n == 1 ? "" : "s";
}

/* Each buyer's tickets are printed once and paid once. */
static bool once_for_each_ticket(struct seen *seen, const char *what, const char *function)
{
    int buyers;
    const int *ticket = seen_ints(seen, "ticket", &buyers);
    const int *times = seen_ints(seen, what, &buyers);
    for (int buyer = 0; buyer < buyers; buyer++)
        if (times[buyer] != ticket[buyer])
            return fault(seen, "buyer %d got %d ticket%s, but %s was called %d time%s", buyer,
                         ticket[buyer], s(ticket[buyer]), function, times[buyer],
                         s(times[buyer]));
    return true;
}

static void judge(const struct evening *evening, struct seen *seen, const char *why)
{
    const int expected =
        evening->seats < evening->buyers ? evening->seats : evening->buyers;
    const long long tickets = seen_value(seen, "tickets");
    if (!want(seen, "tickets", expected,
              "%lld ticket%s %s sold to %d buyer%s for %d seat%s; it should be %d%s",
              tickets, s(tickets), are(tickets), evening->buyers, s(evening->buyers),
              evening->seats, s(evening->seats), expected, why))
        return;
    if (!want(seen, "seats", evening->seats - expected,
              "the right number of tickets is sold, but the counter ends at %lld "
              "instead of %d",
              seen_value(seen, "seats"), evening->seats - expected))
        return;
    if (once_for_each_ticket(seen, "printed", "print_ticket()"))
        once_for_each_ticket(seen, "paid", "pay()");
}

static void right_alone(const void *input, struct seen *seen)
{
    judge(input, seen, "\nNobody was interrupted here: look at the condition.");
}

static void no_seat_twice(const void *input, struct seen *seen)
{
    judge(input, seen,
          "\nA buyer has a ticket if the check found a seat. Between the check and the "
          "taking of the seat another buyer must not get in.");
}

static const struct evening evenings[] = {{1, 1}, {1, 2}, {3, 8}, {8, 4}, {0, 3}, {3, 1}};
static const struct evening last_seat[] = {{1, 2}};
static const struct evening three_buyers[] = {{2, 3}};
static const struct evening full_house[] = {{8, 8}};

const struct exercise exercise = {
    .stars = 1,
    .rows = {
        {ONE_SCHEDULE, "many evenings, one after the other", .points = 2,
         .body = buyers_come, .judge = right_alone, INPUTS(evenings), TEAMS(1, 2, 4)},
        {EVERY_SCHEDULE, "two buyers, one seat", .points = 3,
         .body = buyers_come, .judge = no_seat_twice, INPUTS(last_seat), TEAMS(2),
         .lanes = "buyer"},
        {EVERY_SCHEDULE, "three buyers, two seats", .points = 2,
         .body = buyers_come, .judge = no_seat_twice, INPUTS(three_buyers), TEAMS(3),
         .lanes = "buyer"},
        {FOUR_CORES, "eight buyers wait for their banks together", .points = 3,
         .body = buyers_come, .judge = no_seat_twice, INPUTS(full_house), TEAMS(4),
         .speedup = 3.0},
    },
};
