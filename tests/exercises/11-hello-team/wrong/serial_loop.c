// expect: SERIAL — one thread may fill the slots for the others
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    for (int t = 0; t < omp_get_max_threads(); t++)
        slot[t] = t;
}
