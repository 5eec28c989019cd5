// expect: RACE — counts inside the section, but decides outside by reading the counter again
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    #pragma omp critical
    show->seats = show->seats - 1;
    if (show->seats >= 0) {
        print_ticket(buyer);
        pay(buyer);
        return 1;
    }
    #pragma omp critical
    show->seats = show->seats + 1;
    return 0;
}
