// Tries the second lock for ever while it holds the first.
// expect: ENDLESS, says looks again and again
#include <omp.h>
omp_lock_t lock[2];
int moved;
static void both(int first, int second)
{
    omp_set_lock(&lock[first]);
    while (!omp_test_lock(&lock[second]))
        ;
    moved++;
    omp_unset_lock(&lock[second]);
    omp_unset_lock(&lock[first]);
}
int main(void)
{
    omp_init_lock(&lock[0]);
    omp_init_lock(&lock[1]);
#pragma omp parallel num_threads(2)
    both(omp_get_thread_num(), 1 - omp_get_thread_num());
    return moved;
}
