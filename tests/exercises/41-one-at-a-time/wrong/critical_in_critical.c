// expect: DEADLOCK — whoever is in the section may enter it again
#include "one_at_a_time.h"
static int take(struct show *s)
{
    int t = 0;
    #pragma omp critical
    if (s->seats > 0) { s->seats--; t = 1; }
    return t;
}
int book(struct show *show, int buyer)
{
    int t = 0;
    #pragma omp critical
    {
        if (show->seats > 0) t = take(show);
    }
    if (t) { print_ticket(buyer); pay(buyer); }
    return t;
}
