// The loop lets its threads go; single reads what another may still write.
// expect -DN=4: RACE, threads 2
// expect race -DN=1000: RACE
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
#pragma omp single
        error = a[N - 1] + 1;
    }
    printf("error = %d\n", error);
    return 0;
}
