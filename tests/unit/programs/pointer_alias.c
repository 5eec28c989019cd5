// Two pointers, one block: the second allocation was forgotten.
// expect -DN=4: RACE, threads 2
// expect race -DN=1000: RACE
#include <stdlib.h>

int main(void)
{
    double *a = malloc((N + 1) * sizeof *a), *b = a;
    if (!a)
        return 1;
    for (int i = 0; i <= N; i++)
        a[i] = i;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        b[i + 1] = a[i] * 0.5;
    free(a);
    return 0;
}
