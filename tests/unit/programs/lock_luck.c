// If thread 0 comes first the lock orders the two writes by luck; in other
// orders it does not.
// expect: RACE, on x, threads 2
#include <omp.h>

int main(void)
{
    omp_lock_t lock;
    int x = 0, y = 0;
    omp_init_lock(&lock);
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0) {
            x = 1;
            omp_set_lock(&lock);
            y++;
            omp_unset_lock(&lock);
        } else {
            omp_set_lock(&lock);
            y++;
            omp_unset_lock(&lock);
            x = 2;
        }
    }
    omp_destroy_lock(&lock);
    return x + y < 3;
}
