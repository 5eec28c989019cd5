// Waiting for an atomic flag ends; the data is published by release and acquire.
// expect: PASS, outcomes 1
#include <omp.h>
int data, ready;
int main(void)
{
    int got = 0;
#pragma omp parallel num_threads(2) shared(got)
    if (omp_get_thread_num() == 0) {
        data = 42;
#pragma omp atomic write release
        ready = 1;
    } else {
        int seen = 0;
        while (!seen) {
#pragma omp atomic read acquire
            seen = ready;
        }
        got = data;
    }
    return got;
}
