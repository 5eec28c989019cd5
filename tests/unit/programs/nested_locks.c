// Teams in teams, one lock for all.
// expect: PASS, outcomes 1
#include <omp.h>

int main(void)
{
    omp_nest_lock_t lock;
    int x = 0;
    omp_init_nest_lock(&lock);
    omp_set_max_active_levels(2);
#pragma omp parallel num_threads(2)
    {
#pragma omp parallel num_threads(2)
        {
            omp_set_nest_lock(&lock);
            omp_set_nest_lock(&lock);
            x++;
            omp_unset_nest_lock(&lock);
            omp_unset_nest_lock(&lock);
        }
    }
    omp_destroy_nest_lock(&lock);
    return x != 4;
}
