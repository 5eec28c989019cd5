// A counter a place: each thread has one where each is on a place of its own.
// expect -DBIND=close: PASS, outcomes 1, env OMP_PLACES={0}:4
// expect -DBIND=spread: PASS, outcomes 1, env OMP_PLACES={0}:4
// expect -DBIND=primary: RACE, on count[0], env OMP_PLACES={0}:4
#include <omp.h>
int main(void)
{
    int count[4] = {0};
#pragma omp parallel num_threads(3) proc_bind(BIND)
    count[omp_get_place_num()]++;
    return count[0] + count[1] + count[2] + count[3] == 3 ? 0 : 1;
}
