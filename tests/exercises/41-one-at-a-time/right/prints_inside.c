/* The printer in the section too: longer than it must be, but a unit of
 * printing is little beside twenty of waiting. */
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int ticket = 0;
    #pragma omp critical
    {
        if (show->seats > 0) {
            show->seats--;
            print_ticket(buyer);
            ticket = 1;
        }
    }
    if (ticket)
        pay(buyer);
    return ticket;
}
