// A region in a region has one thread, unless more levels may be active.
// expect: PASS, outcomes 1
// expect -DLEVELS=2: RACE, on inner
#include <omp.h>
int main(void)
{
#ifdef LEVELS
    omp_set_max_active_levels(LEVELS);
#endif
    int wrong = 0;
#pragma omp parallel num_threads(2) reduction(+ : wrong)
    {
        int inner = 0;
#pragma omp parallel num_threads(2)
        inner++;
        wrong += inner != 1;
    }
    return wrong;
}
