#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    #pragma omp parallel
    slot[omp_get_thread_num()] = omp_get_thread_num();
}
