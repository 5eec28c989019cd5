/* The critical section in a function of its own. */
#include "one_at_a_time.h"

static int take_seat(struct show *show)
{
    int before;
    #pragma omp critical(seats)
    {
        before = show->seats;
        show->seats = before > 0 ? before - 1 : before;
    }
    return before > 0;
}

int book(struct show *show, int buyer)
{
    if (!take_seat(show))
        return 0;
    print_ticket(buyer);
    pay(buyer);
    return 1;
}
