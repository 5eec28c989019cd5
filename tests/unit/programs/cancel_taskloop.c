// Pieces of a taskloop that have not started when one of them has found what was
// looked for are not run. In order, the pieces before the hit have run.
// expect: PASS, outcomes 1
// expect: VARIES, outcomes 4, env OMP_CANCELLATION=true
// expect -DLIMIT: PASS, outcomes 1, env OMP_CANCELLATION=true
#include <omp.h>
int main(void)
{
    int ran = 0, found = 0;
#pragma omp parallel num_threads(2) shared(ran, found)
#pragma omp single
#pragma omp taskloop grainsize(1) shared(ran, found)
    for (int i = 0; i < 3; i++) {
        if (i == 1) {
#pragma omp atomic write
            found = 1;
#pragma omp cancel taskgroup
        }
#pragma omp atomic
        ran |= 1 << i;
    }
#ifdef LIMIT
    return found;
#else
    return ran;
#endif
}
