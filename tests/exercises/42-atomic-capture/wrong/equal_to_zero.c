// expect: ATOMICITY — "none left" means exactly zero, though others who came too late may have it below
#include "atomic_capture.h"
int book(struct show *show)
{
    int left, before;
    #pragma omp atomic read
    left = show->seats;
    if (left == 0) return 0;
    #pragma omp atomic capture
    before = show->seats--;
    if (before == 0) {
        #pragma omp atomic
        show->seats++;
        return 0;
    }
    return 1;
}
