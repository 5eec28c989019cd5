// expect: CRASH, outcomes 1, says omp_set_lock on a lock that omp_init_lock has not prepared
#include <omp.h>
omp_lock_t lock;
int main(void)
{
    omp_set_lock(&lock);
    omp_unset_lock(&lock);
    return 0;
}
