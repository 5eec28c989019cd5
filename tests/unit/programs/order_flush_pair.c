// Relaxed flag, flushes around it: fence to fence, in order.
// expect: PASS, threads 2, outcomes 1
#include <omp.h>

static int data, flag;

int main(void)
{
    int seen = 0;
#pragma omp parallel num_threads(2) shared(seen)
    {
        if (omp_get_thread_num() == 0) {
            data = 10;
#pragma omp flush
#pragma omp atomic write
            flag = 1;
        } else {
            int ready = 0;
            while (!ready) {
#pragma omp atomic read
                ready = flag;
            }
#pragma omp flush
            seen = data;
        }
    }
    return seen != 10;
}
