// expect: RACE — omp_get_num_threads() is the number of this thread
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    #pragma omp parallel
    {
        int me = omp_get_num_threads();
        slot[me] = me;
    }
}
