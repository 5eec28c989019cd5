// expect: SLOW — lets everybody wait for the bank of the buyer who is inside
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int ticket = 0;
    #pragma omp critical
    if (show->seats > 0) {
        show->seats = show->seats - 1;
        print_ticket(buyer);
        pay(buyer);
        ticket = 1;
    }
    return ticket;
}
