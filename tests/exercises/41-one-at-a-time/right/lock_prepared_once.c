#include "one_at_a_time.h"
#include <omp.h>
static omp_lock_t lock;
static int ready;
int book(struct show *show, int buyer)
{
    int t = 0;
    #pragma omp critical(init)
    if (!ready) { omp_init_lock(&lock); ready = 1; }
    omp_set_lock(&lock);
    if (show->seats > 0) { show->seats--; t = 1; }
    omp_unset_lock(&lock);
    if (t) { print_ticket(buyer); pay(buyer); }
    return t;
}
