#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    int me;
    #pragma omp parallel private(me)
    {
        me = omp_get_thread_num();
        slot[me] = me;
    }
}
