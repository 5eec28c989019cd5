// expect: RACE — captures the value, but decides by reading the counter again
#include "atomic_capture.h"

int book(struct show *show)
{
    int left;
    #pragma omp atomic capture
    left = --show->seats;
    if (show->seats >= 0)
        return 1;
    #pragma omp atomic update
    show->seats++;
    return left >= 0;
}
