// Two sections change one variable, each under the same lock.
// expect: PASS, threads 2, outcomes 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
    omp_lock_t lock;
    int i = 0;
    omp_init_lock(&lock);
#pragma omp parallel sections
    {
#pragma omp section
        {
            omp_set_lock(&lock);
            i += 1;
            omp_unset_lock(&lock);
        }
#pragma omp section
        {
            omp_set_lock(&lock);
            i += 2;
            omp_unset_lock(&lock);
        }
    }
    omp_destroy_lock(&lock);
    printf("i = %d\n", i);
    return 0;
}
