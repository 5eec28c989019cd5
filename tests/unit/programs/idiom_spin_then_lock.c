// Tries the lock twice, then waits for it.
// expect -DT=2: PASS, outcomes 1
// expect -DT=3: PASS, outcomes 1
#include <omp.h>
omp_lock_t lock;
int sum;
int main(void)
{
    omp_init_lock(&lock);
#pragma omp parallel num_threads(T)
    {
        int got = 0;
        for (int i = 0; i < 2 && !got; i++)
            got = omp_test_lock(&lock);
        if (!got)
            omp_set_lock(&lock);
        sum++;
        omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    return sum;
}
