// Peterson's lock: after setting its own flag a thread gives way. Weaker than
// sequentially consistent it orders nothing.
// expect -DORDER=seq_cst: PASS, outcomes 1, by states
// expect -DORDER=relaxed: RACE, on sum, by states
#include <omp.h>
int wants[2], turn, sum;
static void enter(int me)
{
    int other = 1, last = me;
#pragma omp atomic write ORDER
    wants[me] = 1;
#pragma omp atomic write ORDER
    turn = me;
    while (other && last == me) {
#pragma omp atomic read ORDER
        other = wants[1 - me];
#pragma omp atomic read ORDER
        last = turn;
    }
}
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num();
        enter(me);
        sum += 1;
#pragma omp atomic write ORDER
        wants[me] = 0;
    }
    return sum;
}
