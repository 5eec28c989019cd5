// Nor does it exclude the holder of a lock.
// expect: RACE, on x, threads 2
#include <omp.h>

int main(void)
{
    omp_lock_t lock;
    int x = 0;
    omp_init_lock(&lock);
#pragma omp parallel sections
    {
#pragma omp section
        {
#pragma omp critical
            x += 1;
        }
#pragma omp section
        {
            omp_set_lock(&lock);
            x += 1;
            omp_unset_lock(&lock);
        }
    }
    omp_destroy_lock(&lock);
    return x < 1;
}
