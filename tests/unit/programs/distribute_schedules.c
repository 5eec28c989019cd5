// dist_schedule: which team has which iterations; the threads of one team share
// theirs. Each team has a cell of its own, or a cell goes by the iteration.
// expect -DCHUNK=1: PASS, outcomes 1
// expect -DCHUNK=2: PASS, outcomes 1
// expect -DCHUNK=1 -DPAIRS: RACE, on cell[0]
// expect -DCHUNK=2 -DPAIRS: PASS, outcomes 1
#include <omp.h>
static int cell[4], mine[2];
int main(void)
{
#pragma omp teams num_teams(2) thread_limit(1)
#pragma omp distribute parallel for dist_schedule(static, CHUNK)
    for (int i = 0; i < 4; i++)
#ifdef PAIRS
        cell[i / 2] += i;
#else
        mine[omp_get_team_num()] += i;
#endif
    return cell[0] + cell[1] + mine[0] + mine[1] == 6 ? 0 : 1;
}
