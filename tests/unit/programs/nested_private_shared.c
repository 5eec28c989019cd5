// A variable private to the outer thread is shared in its inner team.
// expect: RACE, on inner
#include <omp.h>

int main(void)
{
    int sum = 0;
    omp_set_max_active_levels(2);
#pragma omp parallel num_threads(2) reduction(+ : sum)
    {
        int inner = 0;
#pragma omp parallel num_threads(2)
        inner += 1;
        sum += inner;
    }
    return sum < 2;
}
