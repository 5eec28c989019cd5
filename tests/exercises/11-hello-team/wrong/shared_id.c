// expect: RACE — every thread has its own copy of a variable declared before the region
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    int me;
    #pragma omp parallel
    {
        me = omp_get_thread_num();
        slot[me] = me;
    }
}
