// expect: BUILD — a declaration can be a region of its own
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    #pragma omp parallel
    int me = omp_get_thread_num();
    slot[me] = me;
}
