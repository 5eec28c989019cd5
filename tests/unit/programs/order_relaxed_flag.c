// Relaxed, the flag orders nothing.
// expect: RACE, on data, threads 2
#include <omp.h>

static int data, flag;

int main(void)
{
    int seen = 0;
#pragma omp parallel num_threads(2) shared(seen)
    {
        if (omp_get_thread_num() == 0) {
            data = 10;
#pragma omp atomic write relaxed
            flag = 1;
        } else {
            int ready = 0;
            while (!ready) {
#pragma omp atomic read relaxed
                ready = flag;
            }
            seen = data;
        }
    }
    return seen > 10;
}
