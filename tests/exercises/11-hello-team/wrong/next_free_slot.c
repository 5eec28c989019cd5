// expect: RACE — a shared counter can hand out the slots
#include "hello_team.h"

void hello_team(int slot[])
{
    int next = 0;
    #pragma omp parallel
    {
        slot[next] = next;
        next++;
    }
}
