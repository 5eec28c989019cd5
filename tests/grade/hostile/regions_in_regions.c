// expect: CRASH, says the stack overflowed
#include "atomic_capture.h"
int book(struct show *show)
{
    int ticket = 0;
#pragma omp parallel num_threads(4)
    ticket = book(show);
    return ticket;
}
