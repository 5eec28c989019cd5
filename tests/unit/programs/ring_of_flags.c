// Each thread waits for its left neighbour's flag, then sets its own.
// expect: PASS, threads 3, outcomes 1, by states
#include <omp.h>

static int done[65], x;

int main(void)
{
    done[0] = 1;
#pragma omp parallel
    {
        int me = omp_get_thread_num(), ready = 0;
        while (!ready) {
#pragma omp atomic read acquire
            ready = done[me];
        }
        x = x * 2 + me;
#pragma omp atomic write release
        done[me + 1] = 1;
    }
    return x != 4;
}
