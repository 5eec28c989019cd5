/* The tool of exercise 41: heavier, and as right. */
#include "atomic_capture.h"

int book(struct show *show)
{
    int ticket = 0;
    #pragma omp critical
    if (show->seats > 0) {
        show->seats--;
        ticket = 1;
    }
    return ticket;
}
