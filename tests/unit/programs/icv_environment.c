// The variables of the environment, and a loop by each schedule.
// expect -DKIND=1 -DCHUNK=0: PASS, env OMP_SCHEDULE=static
// expect -DKIND=1 -DCHUNK=2: PASS, env OMP_SCHEDULE= STATIC ; 2
// expect -DKIND=2 -DCHUNK=1: PASS, env OMP_SCHEDULE=nonmonotonic: dynamic
// expect -DKIND=3 -DCHUNK=1: PASS, env OMP_SCHEDULE=guided
// expect -DKIND=4 -DCHUNK=1: PASS, env OMP_SCHEDULE=auto
#include <omp.h>
int main(void)
{
    omp_sched_t kind;
    int chunk, sum = 0;
    omp_get_schedule(&kind, &chunk);
    if ((kind & ~omp_sched_monotonic) != KIND || chunk != CHUNK)
        return 1;
#pragma omp parallel for schedule(runtime) num_threads(2) reduction(+ : sum)
    for (int i = 0; i < 5; i++)
        sum += i;
    return sum != 10;
}
