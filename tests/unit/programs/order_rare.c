// expect race: RACE, on met, says thread 4  met++
// expect race -DDRAW_ONLY: PASS, says 120 executions stand for all schedules
// expect -DDRAW_ONLY: PASS, executions 120, outcomes 1
// expect race -DSAFE: UNDECIDED
/* Five threads draw numbers, and a race shows only where each draws what is its
 * own from the other end: in one order of 120. A few schedules at random do not
 * meet it. What is shown is the schedule that does. */
#include <omp.h>

static int drawn, matches, met;

int main(void)
{
#pragma omp parallel num_threads(5)
    {
        int i = omp_get_thread_num(), mine, all = 0;
#pragma omp atomic capture
        mine = drawn++;
#ifndef DRAW_ONLY
        if (mine == 4 - i)
#pragma omp atomic
            matches++;
#pragma omp barrier
#pragma omp atomic read
        all = matches;
#endif
        if (all == 5)
#ifdef SAFE
#pragma omp atomic
#endif
            met++;
    }
    return 0;
}
