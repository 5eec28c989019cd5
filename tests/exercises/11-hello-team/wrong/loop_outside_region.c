// expect: WRONG — the size of the team is known before the team starts
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    for (int t = 0; t < omp_get_num_threads(); t++)
        slot[t] = t;
}
