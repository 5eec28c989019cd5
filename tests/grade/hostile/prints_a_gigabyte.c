// expect: CRASH, says more than 1 MiB
#include "atomic_capture.h"
#include <stdio.h>
int book(struct show *show)
{
    int b;
    for (long i = 0; i < 20000000; i++) printf("%060d\n", 1);
    #pragma omp atomic capture
    b = show->seats--;
    if (b > 0) return 1;
    #pragma omp atomic
    show->seats++;
    return 0;
}
