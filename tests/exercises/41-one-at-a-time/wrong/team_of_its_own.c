// expect: WRONG — a critical section needs a parallel region around it, in the same function
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int ticket = 0;
    #pragma omp parallel
    {
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
