// expect: WRONG — lets a buyer pay who has no seat
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int ticket = 0;
    #pragma omp critical
    if (show->seats > 0) {
        show->seats = show->seats - 1;
        ticket = 1;
    }
    print_ticket(buyer);
    pay(buyer);
    return ticket;
}
