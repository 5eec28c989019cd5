// The same without an order: the data is raced on.
// expect: RACE, on data
#include <omp.h>
int data, ready;
int main(void)
{
    int got = 0;
#pragma omp parallel num_threads(2) shared(got)
    if (omp_get_thread_num() == 0) {
        data = 42;
#pragma omp atomic write
        ready = 1;
    } else {
        int seen = 0;
        while (!seen) {
#pragma omp atomic read
            seen = ready;
        }
        got = data;
    }
    return got;
}
