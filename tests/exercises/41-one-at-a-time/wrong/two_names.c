// expect: RACE — protects one counter by two critical sections of different names
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int free_seat = 0;
    #pragma omp critical(check)
    free_seat = show->seats > 0;
    if (free_seat) {
        #pragma omp critical(take)
        show->seats = show->seats - 1;
        print_ticket(buyer);
        pay(buyer);
    }
    return free_seat;
}
