// expect: RACE — keeps the decision in a variable that all threads share
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    static int ticket;
    #pragma omp critical
    {
        ticket = show->seats > 0;
        if (ticket)
            show->seats = show->seats - 1;
    }
    if (ticket) {
        print_ticket(buyer);
        pay(buyer);
    }
    return ticket;
}
