// Release, then a read-modify-write by another thread, then acquire.
// expect: PASS, threads 3, outcomes 1
#include <omp.h>

static int data, steps;

int main(void)
{
    int seen = 0;
#pragma omp parallel num_threads(3) shared(seen)
    {
        int me = omp_get_thread_num(), now = 0;
        if (me == 0) {
            data = 7;
#pragma omp atomic update release
            steps++;
        } else if (me == 1) {
#pragma omp atomic update relaxed
            steps += 2;
        } else {
            while (now != 3) {
#pragma omp atomic read acquire
                now = steps;
            }
            seen = data;
        }
    }
    return seen != 7;
}
