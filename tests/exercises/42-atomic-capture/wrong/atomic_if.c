// expect: BUILD — thinks that atomic makes any statement indivisible, an if with a block too
#include "atomic_capture.h"

int book(struct show *show)
{
    int ticket = 0;
    #pragma omp atomic
    if (show->seats > 0) {
        show->seats--;
        ticket = 1;
    }
    return ticket;
}
