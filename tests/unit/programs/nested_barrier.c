// The inner team's barrier does not hold the outer team together.
// expect: RACE, on x
#include <omp.h>

int main(void)
{
    int x = 0;
    omp_set_max_active_levels(2);
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0)
            x = 1;
#pragma omp parallel num_threads(2)
        {
#pragma omp barrier
        }
        if (omp_get_thread_num() == 1)
            x = 2;
    }
    return x < 1;
}
