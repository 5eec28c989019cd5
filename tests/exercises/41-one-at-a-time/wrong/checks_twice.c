// expect: RACE — thinks that a first look outside does no harm when a second one follows inside
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int ticket = 0;
    if (show->seats > 0) {
        #pragma omp critical
        if (show->seats > 0) {
            show->seats = show->seats - 1;
            ticket = 1;
        }
    }
    if (ticket) {
        print_ticket(buyer);
        pay(buyer);
    }
    return ticket;
}
