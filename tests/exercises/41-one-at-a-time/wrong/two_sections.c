// expect: ATOMICITY — protects check and taking each by itself, with a gap between them
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int free_seat = 0;
    #pragma omp critical
    free_seat = show->seats > 0;
    if (free_seat) {
        #pragma omp critical
        show->seats = show->seats - 1;
        print_ticket(buyer);
        pay(buyer);
    }
    return free_seat;
}
