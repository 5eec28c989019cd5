// expect: BUILD — leaves the critical section by return, and nobody would ever get in again
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    #pragma omp critical
    {
        if (show->seats == 0)
            return 0;
        show->seats = show->seats - 1;
    }
    print_ticket(buyer);
    pay(buyer);
    return 1;
}
