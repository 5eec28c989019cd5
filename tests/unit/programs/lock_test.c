// Whoever does not get the lock does something of its own meanwhile.
// expect: PASS, threads 2, outcomes 1, by states
#include <omp.h>

int main(void)
{
    omp_lock_t lock;
    int x = 0;
    omp_init_lock(&lock);
#pragma omp parallel shared(lock, x)
    {
        int skipped = 0;
        while (!omp_test_lock(&lock))
            skipped = 1;
        x += 1 + 0 * skipped;
        omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    return x != 2;
}
