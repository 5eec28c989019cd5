#include "one_at_a_time.h"

//> book
int book(struct show *show, int buyer)
{
    /* A variable of this thread alone: it carries the decision out of
     * the critical section, which no return may leave. */
    int ticket = 0;

    /* Check and take belong together. Two sections, one for each, would
     * leave a gap between them for another buyer. */
    #pragma omp critical(seats)
    if (show->seats > 0) {
        show->seats = show->seats - 1;
        ticket = 1;
    }

    /* The seat is ours now, whatever the others do. Nobody needs to
     * wait while our bank makes up its mind. */
    if (ticket) {
        print_ticket(buyer);
        pay(buyer);
    }
    return ticket;
}
//< book
