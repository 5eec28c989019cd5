// expect: ENDLESS, says line 6: this loop never ends
#include "atomic_capture.h"
int book(struct show *show)
{
    #pragma omp critical
    while (show->seats < 1000) { }
    return 1;
}
