// expect: RACE — protects the taking of the seat, but not the check before it
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    if (show->seats > 0) {
        #pragma omp critical
        show->seats = show->seats - 1;
        print_ticket(buyer);
        pay(buyer);
        return 1;
    }
    return 0;
}
