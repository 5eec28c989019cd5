// Two transfers in opposite directions: both accounts are locked, the lower
// number first, or as they come.
// expect: PASS, executions 2, schedules 2, outcomes 1
// expect -DAS_THEY_COME: DEADLOCK, executions 3, schedules 4, outcomes 2
#include <omp.h>
omp_lock_t lock[2];
int balance[2] = {100, 100};
static void transfer(int from, int to, int amount)
{
#if defined(AS_THEY_COME)
    int first = from, second = to;
#else
    int first = from < to ? from : to, second = from < to ? to : from;
#endif
    omp_set_lock(&lock[first]);
    omp_set_lock(&lock[second]);
    balance[from] -= amount;
    balance[to] += amount;
    omp_unset_lock(&lock[second]);
    omp_unset_lock(&lock[first]);
}
int main(void)
{
    omp_init_lock(&lock[0]);
    omp_init_lock(&lock[1]);
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num();
        transfer(me, 1 - me, 10 + me);
    }
    return balance[0];
}
