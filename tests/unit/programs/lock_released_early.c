// The lock is given back before the second half of the change.
// expect: RACE, on y, threads 2
#include <omp.h>

int main(void)
{
    omp_lock_t lock;
    int x = 0, y = 0;
    omp_init_lock(&lock);
#pragma omp parallel num_threads(2)
    {
        omp_set_lock(&lock);
        x++;
        omp_unset_lock(&lock);
        y++;
    }
    omp_destroy_lock(&lock);
    return x + y < 2;
}
