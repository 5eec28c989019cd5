#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    #pragma omp parallel for schedule(static, 1)
    for (int t = 0; t < omp_get_max_threads(); t++)
        slot[t] = omp_get_thread_num();
}
