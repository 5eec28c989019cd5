// expect: WRONG — there are always four slots to fill
#include "hello_team.h"

void hello_team(int slot[])
{
    #pragma omp parallel for
    for (int t = 0; t < 4; t++)
        slot[t] = t;
}
