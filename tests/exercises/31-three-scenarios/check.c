/* Three schedules of the given booking, each known by its outcome. */
#include "check.h"

/* The header defines book(). The one to be tried is that of the submission,
 * which is instrumented; the copy in this file goes by another name. */
#define book book_uninstrumented
#include "three_scenarios.h"
#undef book
int book(struct show *show);

static void two_buyers(const void *input)
{
    (void)input;
    struct show show = {.seats = 1};
    int tickets[2] = {0, 0};
    watch("seats", show.seats);
    #pragma omp parallel num_threads(2)
    tickets[omp_get_thread_num()] = book(&show);
    observe("tickets", tickets[0] + tickets[1]);
    observe("seats", show.seats);
}

static void steps_of_1(const void *input, struct turns *turns)
{
    (void)input;
    turns_from_letters(turns, SUBMITTED(const char *, scenario_1), 2);
}

static void steps_of_2(const void *input, struct turns *turns)
{
    (void)input;
    turns_from_letters(turns, SUBMITTED(const char *, scenario_2), 2);
}

static void steps_of_3(const void *input, struct turns *turns)
{
    (void)input;
    turns_from_letters(turns, SUBMITTED(const char *, scenario_3), 2);
}

static void one_after_the_other(const void *input, struct seen *seen)
{
    (void)input;
    want(seen, "tickets", 1,
         "both buyers got a ticket; scenario 1 sells one\n"
         "Both checks were made while the counter was still 1. In scenario 1 one "
         "buyer takes all three steps before the other takes the first.");
}

/* Is the read of every booking followed at once by its write? The buyer
 * whose booking was split, else -1. */
static int split_booking(const struct seen *seen)
{
    int taken[2] = {0, 0};
    for (int i = 0; i < seen_steps(seen); i++) {
        int buyer = seen_step_thread(seen, i);
        taken[buyer]++;
        bool reads_to_book = taken[buyer] == 2;
        if (reads_to_book &&
            (i + 1 == seen_steps(seen) || seen_step_thread(seen, i + 1) != buyer))
            return buyer;
    }
    return -1;
}

static void whole_statements(const void *input, struct seen *seen)
{
    (void)input;
    if (!want(seen, "tickets", 2,
              "only one ticket is sold; scenario 2 sells two\n"
              "One buyer booked before the other checked, so the other was refused. "
              "For two tickets both checks come before the first write."))
        return;
    if (!want(seen, "seats", -1,
              "the counter ends at %lld; in scenario 2 it ends at -1\n"
              "Both bookings read 1 before either wrote, so both wrote 0: that is "
              "scenario 3. In scenario 2 the second booking starts after the first "
              "has written, and reads 0.",
              seen_value(seen, "seats")))
        return;
    int buyer = split_booking(seen);
    if (buyer >= 0)
        fault(seen,
              "the booking of buyer %c is split; in scenario 2 every statement is "
              "finished before the next one starts\n"
              "Tickets and counter are as they should be, but buyer %c takes a step "
              "between the read and the write of buyer %c. Both checks first, then "
              "one whole booking, then the other.",
              'A' + buyer, 'B' - buyer, 'A' + buyer);
}

static void overlapping(const void *input, struct seen *seen)
{
    (void)input;
    if (!want(seen, "tickets", 2,
              "only one ticket is sold; scenario 3 sells two\n"
              "One buyer booked before the other checked, so the other was refused. "
              "For two tickets both checks come before the first write."))
        return;
    want(seen, "seats", 0,
         "the counter ends at %lld; in scenario 3 it ends at 0\n"
         "The second booking read what the first had written: that is scenario 2. "
         "In scenario 3 both bookings read 1, and only then do they write.",
         seen_value(seen, "seats"));
}

const struct exercise exercise = {
    .stars = 1,
    .rows = {
        {ONE_SCHEDULE, "scenario 1: 1 ticket, 0 seats", .points = 3,
         .body = two_buyers, .judge = one_after_the_other,
         .schedule = steps_of_1, .lanes = "buyer", .letters = true},
        {ONE_SCHEDULE, "scenario 2: 2 tickets, -1 seats", .points = 3,
         .body = two_buyers, .judge = whole_statements,
         .schedule = steps_of_2, .lanes = "buyer", .letters = true},
        {ONE_SCHEDULE, "scenario 3: 2 tickets, 0 seats", .points = 4,
         .body = two_buyers, .judge = overlapping,
         .schedule = steps_of_3, .lanes = "buyer", .letters = true},
    },
};
