// While a task waits, its thread takes descendants only: a task of the
// other thread cannot come to wait there for the lock that it holds.
// expect -DBY=1: PASS, outcomes 1
// expect -DBY=0: DEADLOCK
#include <omp.h>
int main(void)
{
    int x = 0;
    omp_lock_t lock;
    omp_init_lock(&lock);
#pragma omp parallel num_threads(2) shared(x, lock)
    {
        if (omp_get_thread_num() == BY) {
#pragma omp task shared(x, lock)
            {
                omp_set_lock(&lock);
                x++;
                omp_unset_lock(&lock);
            }
        }
#pragma omp master
        {
            omp_set_lock(&lock);
#pragma omp task shared(x)
            {
            }
#pragma omp taskwait
            omp_unset_lock(&lock);
        }
    }
    omp_destroy_lock(&lock);
    return x == 1 ? 0 : 1;
}
