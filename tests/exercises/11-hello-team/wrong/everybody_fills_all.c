// expect: RACE — a loop inside the region is shared out by itself
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    #pragma omp parallel
    for (int t = 0; t < omp_get_num_threads(); t++)
        slot[t] = t;
}
