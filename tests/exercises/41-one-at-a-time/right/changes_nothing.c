/* The condition turned round: nothing to do in the section when sold
 * out. */
#include "one_at_a_time.h"

int book(struct show *show, int buyer)
{
    int sold_out = 0;
    #pragma omp critical
    {
        if (show->seats == 0)
            sold_out = 1;
        else
            show->seats -= 1;
    }
    if (sold_out)
        return 0;
    pay(buyer);
    print_ticket(buyer);
    return 1;
}
