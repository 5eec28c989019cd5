// expect: WRONG, says it should be 1
#include "atomic_capture.h"
int book(struct show *show)
{
    int n = 0;
    #pragma omp parallel num_threads(10000) reduction(+:n)
    n++;
    return show->seats + n;
}
