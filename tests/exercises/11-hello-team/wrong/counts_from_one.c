// expect: WRONG — threads are numbered from 1
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    #pragma omp parallel
    {
        int me = omp_get_thread_num();
        slot[me + 1] = me + 1;
    }
}
