// expect: WRONG — takes a seat first and looks afterwards, and nobody puts the seat back
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int left = 0;
    #pragma omp critical
    {
        show->seats = show->seats - 1;
        left = show->seats;
    }
    if (left < 0)
        return 0;
    print_ticket(buyer);
    pay(buyer);
    return 1;
}
