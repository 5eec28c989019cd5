// expect: RACE — the number may be asked for before the team starts
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    int me = omp_get_thread_num();
    #pragma omp parallel
    slot[me] = me;
}
