/* Exercise 01: the reader is the scheduler of two buyers.
 *
 * The cinema is written here, without any of the reader's code: every buyer
 * stands before its look and before its take until the reader's letters let
 * it go on. Between two steps nothing else happens, so a look and a take are
 * indivisible, as the exercise promises.
 */
#include "check.h"
#include "last_seat.h"

static void two_buyers(const void *input)
{
    (void)input;
    int seats = 1;
    int tickets = 0;
    watch("seats", seats);
    watch("tickets", tickets);

#pragma omp parallel num_threads(2) default(none) shared(seats, tickets)
    {
        step("looks");
        bool saw_a_seat = seats > 0;

        step(saw_a_seat ? "takes the seat" : "goes home");
        if (saw_a_seat) {
            seats = seats - 1;
            tickets = tickets + 1;
        }
    }
    observe("seats left", seats);
    observe("tickets", tickets);
}

static void as_the_reader_says(const void *input, struct turns *turns)
{
    (void)input;
    turns_from_letters(turns, SUBMITTED(const char *, order), 2);
}

static void sold_twice(const void *input, struct seen *seen)
{
    (void)input;
    want(seen, "tickets", 2,
         "%lld ticket is sold for the one seat; make it 2\n"
         "The buyer who came second looked when the seat was gone, and went home.\n"
         "A buyer takes a seat if its own look saw one: so both must look before\n"
         "either of them takes.",
         seen_value(seen, "tickets"));
}

const struct exercise exercise = {
    .stars = 1,
    .rows = {
        {ONE_SCHEDULE, "one seat, two tickets", .points = 10,
         .body = two_buyers, .judge = sold_twice,
         .schedule = as_the_reader_says, .lanes = "buyer", .letters = true},
    },
};
