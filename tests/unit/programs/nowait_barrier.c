// The same with a barrier between.
// expect -DN=4: PASS, threads 3, outcomes 1
// expect race -DN=1000: PASS
#include <stdio.h>

int main(void)
{
    int error, a[N], b = 5;
    for (int i = 0; i < N; i++)
        a[i] = i;
#pragma omp parallel shared(b, error)
    {
#pragma omp for nowait
        for (int i = 0; i < N; i++)
            a[i] = b + a[i] * 5;
#pragma omp barrier
#pragma omp single
        error = a[N - 1] + 1;
    }
    printf("error = %d\n", error);
    return 0;
}
