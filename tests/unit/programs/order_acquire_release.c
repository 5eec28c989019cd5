// Data, then a flag by release; the reader acquires before it reads.
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
#pragma omp atomic write release
            flag = 1;
        } else {
            int ready = 0;
            while (!ready) {
#pragma omp atomic read acquire
                ready = flag;
            }
            seen = data;
        }
    }
    return seen != 10;
}
