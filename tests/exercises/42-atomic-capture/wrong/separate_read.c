// expect: ATOMICITY — a separate read and update: each is one step, the two together are not
#include "atomic_capture.h"

int book(struct show *show)
{
    int left;
    #pragma omp atomic read
    left = show->seats;
    if (left > 0) {
        #pragma omp atomic update
        show->seats--;
        return 1;
    }
    return 0;
}
