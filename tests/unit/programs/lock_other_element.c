// The lock of one element is held while its neighbour is changed.
// expect -DN=4: RACE, threads 2
// expect race -DN=1000: RACE
#include <omp.h>

enum { BINS = 3 };

int main(void)
{
    static omp_lock_t lock[BINS];
    static int bin[BINS + 1];
    for (int i = 0; i < BINS; i++)
        omp_init_lock(&lock[i]);
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        int b = i * 7 % BINS;
        omp_set_lock(&lock[b]);
        bin[b]++;
        bin[b + 1]++;
        omp_unset_lock(&lock[b]);
    }
    for (int i = 0; i < BINS; i++)
        omp_destroy_lock(&lock[i]);
    return bin[0] < 0;
}
