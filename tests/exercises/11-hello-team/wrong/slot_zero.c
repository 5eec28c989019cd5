// expect: RACE — each thread has its own slot 0
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    #pragma omp parallel
    slot[0] = omp_get_thread_num();
}
