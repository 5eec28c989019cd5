// expect: WRONG — lets only the first thread book: the others are not kept waiting, they are left out
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int ticket = 0;
    #pragma omp masked
    if (show->seats > 0) {
        show->seats = show->seats - 1;
        ticket = 1;
    }
    if (ticket) {
        print_ticket(buyer);
        pay(buyer);
    }
    return ticket;
}
