// expect: WRONG — takes the captured old value for the new one, and sells one seat too many
#include "atomic_capture.h"

int book(struct show *show)
{
    int left;
    #pragma omp atomic capture
    left = show->seats--;
    if (left >= 0)
        return 1;
    #pragma omp atomic update
    show->seats++;
    return 0;
}
