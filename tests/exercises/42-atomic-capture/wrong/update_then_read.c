// expect: ATOMICITY — takes first and reads in a second step: both buyers may see the counter of both
#include "atomic_capture.h"

int book(struct show *show)
{
    int left;
    #pragma omp atomic update
    show->seats--;
    #pragma omp atomic read
    left = show->seats;
    if (left >= 0)
        return 1;
    #pragma omp atomic update
    show->seats++;
    return 0;
}
