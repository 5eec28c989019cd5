// The answer of omp_test_lock is not looked at.
// expect: RACE, on x, threads 2
#include <omp.h>

int main(void)
{
    omp_lock_t lock;
    int x = 0;
    omp_init_lock(&lock);
#pragma omp parallel num_threads(2)
    {
        int got = omp_test_lock(&lock);
        x++;
        if (got)
            omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    return x < 1;
}
