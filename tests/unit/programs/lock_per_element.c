// One lock for each element: a histogram.
// expect -DN=4: PASS, threads 2, outcomes 1
// expect race -DN=1000: UNDECIDED
#include <omp.h>

enum { BINS = 3 };

int main(void)
{
    static omp_lock_t lock[BINS];
    int bin[BINS] = {0};
    for (int i = 0; i < BINS; i++)
        omp_init_lock(&lock[i]);
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        int b = i * 7 % BINS;
        omp_set_lock(&lock[b]);
        bin[b]++;
        omp_unset_lock(&lock[b]);
    }
    for (int i = 0; i < BINS; i++)
        omp_destroy_lock(&lock[i]);
    return bin[0] + bin[1] + bin[2] != N;
}
