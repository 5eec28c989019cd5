// expect: RACE — makes only the update atomic, and checks with a plain read
#include "atomic_capture.h"

int book(struct show *show)
{
    if (show->seats > 0) {
        #pragma omp atomic update
        show->seats--;
        return 1;
    }
    return 0;
}
