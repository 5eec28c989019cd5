// Takes one lock, tries the other, gives back and tries again: a cycle that has
// an exit is no fault.
// expect: PASS, outcomes 1, by states
#include <omp.h>
omp_lock_t lock[2];
int moved;
static void both(int first, int second)
{
    for (;;) {
        omp_set_lock(&lock[first]);
        if (omp_test_lock(&lock[second]))
            break;
        omp_unset_lock(&lock[first]);
    }
    moved++;
    omp_unset_lock(&lock[0]);
    omp_unset_lock(&lock[1]);
}
int main(void)
{
    omp_init_lock(&lock[0]);
    omp_init_lock(&lock[1]);
#pragma omp parallel num_threads(2)
    both(omp_get_thread_num(), 1 - omp_get_thread_num());
    return moved;
}
