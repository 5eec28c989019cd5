// One slot, two flags' worth of waiting, all acquire and release.
// expect: PASS, threads 2, outcomes 1, by states
#include <omp.h>

static int slot, full;

int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) reduction(+ : sum)
    for (int i = 1; i <= 3; i++) {
        int me = omp_get_thread_num(), state = -1;
        while (state != me) {
#pragma omp atomic read acquire
            state = full;
        }
        if (me == 0)
            slot = i;
        else
            sum += slot;
#pragma omp atomic write release
        full = 1 - me;
    }
    return sum != 6;
}
