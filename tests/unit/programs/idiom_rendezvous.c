// Each says that it is there and waits for the other. The other way round both
// wait for ever.
// expect: PASS, outcomes 1
// expect -DWAIT_FIRST: ENDLESS, outcomes 1
#include <omp.h>
int here[2], brought[2];
static void wait(int other)
{
    int there;
    do {
#pragma omp atomic read acquire
        there = here[other];
    } while (!there);
}
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) reduction(+ : sum)
    {
        int me = omp_get_thread_num();
        brought[me] = me + 1;
#if defined(WAIT_FIRST)
        wait(1 - me);
#endif
#pragma omp atomic write release
        here[me] = 1;
        wait(1 - me);
        sum += brought[1 - me];
    }
    return sum;
}
