// expect: WRONG — asking for the thread number is enough to have threads
#include "hello_team.h"

#include <omp.h>

void hello_team(int slot[])
{
    int thread = omp_get_thread_num();
    slot[thread] = thread;
}
