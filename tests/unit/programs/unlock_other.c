// expect: CRASH, says omp_unset_lock on a lock that this thread does not hold
#include <omp.h>
omp_lock_t lock;
int main(void)
{
    omp_init_lock(&lock);
    omp_set_lock(&lock);
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 1)
        omp_unset_lock(&lock);
    return 0;
}
