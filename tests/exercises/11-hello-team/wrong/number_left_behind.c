// expect: WRONG — a static counter gives out the numbers of every team
#include "hello_team.h"

void hello_team(int slot[])
{
    static int next = 0;
    #pragma omp parallel
    {
        int me;
        #pragma omp atomic capture
        me = next++;
        slot[me % 64] = me;
    }
}
