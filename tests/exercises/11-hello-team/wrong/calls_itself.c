// expect: CRASH — every thread must call the function, from inside it
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    #pragma omp parallel
    {
        int me = omp_get_thread_num();
        slot[me] = me;
        hello_team(slot);
    }
}
