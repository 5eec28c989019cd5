// expect: WRONG — takes the captured new value for the old one, and never sells the last seat
#include "atomic_capture.h"

int book(struct show *show)
{
    int before;
    #pragma omp atomic capture
    before = --show->seats;
    if (before > 0)
        return 1;
    #pragma omp atomic update
    show->seats++;
    return 0;
}
