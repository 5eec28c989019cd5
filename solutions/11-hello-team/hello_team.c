#include "hello_team.h"

#include <omp.h>

//> hello_team
void hello_team(int slot[])
{
    #pragma omp parallel
    {
        /* Declared inside the block, so each thread has a `me` of its
         * own. The array is the same for all of them, but every thread
         * writes to another place in it: they cannot disturb each
         * other, in whatever order they run. */
        int me = omp_get_thread_num();
        slot[me] = me;
    }
}
//< hello_team
