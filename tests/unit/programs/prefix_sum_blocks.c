// Blocks, their offsets by one thread, then the blocks again.
// expect -DN=8: PASS, threads 2, outcomes 1
// expect race -DN=100: PASS
#include <omp.h>

static int a[N], offset[65];

int main(void)
{
    for (int i = 0; i < N; i++)
        a[i] = 1;
#pragma omp parallel
    {
        int me = omp_get_thread_num(), sum = 0;
#pragma omp for schedule(static) nowait
        for (int i = 0; i < N; i++)
            a[i] = sum += a[i];
        offset[me + 1] = sum;
#pragma omp barrier
#pragma omp single
        for (int t = 1; t < omp_get_num_threads(); t++)
            offset[t + 1] += offset[t];
#pragma omp for schedule(static)
        for (int i = 0; i < N; i++)
            a[i] += offset[me];
    }
    return a[N - 1] != N;
}
