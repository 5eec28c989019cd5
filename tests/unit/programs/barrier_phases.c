// Write, barrier, read the neighbour's, barrier, write.
// expect: PASS, outcomes 1
#include <omp.h>

static int a[64], b[64];

int main(void)
{
    int sum = 0;
#pragma omp parallel reduction(+ : sum)
    {
        int me = omp_get_thread_num(), all = omp_get_num_threads();
        for (int round = 0; round < 3; round++) {
            a[me] = round + me;
#pragma omp barrier
            b[me] = a[(me + 1) % all];
#pragma omp barrier
        }
        sum += b[me];
    }
    return sum != 4 * 2 + 6;
}
