// expect: CRASH — a private variable keeps the value from before the region
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    int me = omp_get_thread_num();
    #pragma omp parallel private(me)
    slot[me] = me;
}
