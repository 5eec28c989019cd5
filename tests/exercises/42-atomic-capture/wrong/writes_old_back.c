// expect: ATOMICITY — reads, calculates and writes, each of them atomic, and so loses updates
#include "atomic_capture.h"

int book(struct show *show)
{
    int left;
    #pragma omp atomic read
    left = show->seats;
    if (left == 0)
        return 0;
    #pragma omp atomic write
    show->seats = left - 1;
    return 1;
}
