// One of the two threads forgets the lock.
// expect: RACE, on x, threads 2
#include <omp.h>

int main(void)
{
    omp_lock_t lock;
    int x = 0;
    omp_init_lock(&lock);
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0)
            omp_set_lock(&lock);
        x = x + 1;
        if (omp_get_thread_num() == 0)
            omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    return x < 1;
}
