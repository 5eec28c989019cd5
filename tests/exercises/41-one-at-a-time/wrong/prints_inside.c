// expect: RACE — thinks that only the printing must not be done by two threads at once
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    if (show->seats > 0) {
        show->seats = show->seats - 1;
        #pragma omp critical
        print_ticket(buyer);
        pay(buyer);
        return 1;
    }
    return 0;
}
