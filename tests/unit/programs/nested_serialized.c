// Only one level is active: inner regions have a team of one each.
// expect: PASS, outcomes 1
#include <omp.h>

int main(void)
{
    int sizes = 0;
    omp_set_max_active_levels(1);
#pragma omp parallel num_threads(2) reduction(+ : sizes)
    {
        int inner = 0;
#pragma omp parallel num_threads(3)
        inner += 1;
        sizes += inner;
    }
    return sizes != 2;
}
