// expect: WRONG — a team always has four threads
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    #pragma omp parallel num_threads(4)
    {
        int me = omp_get_thread_num();
        slot[me] = me;
    }
}
