// Only with this many elements do two threads meet.
// expect -DN=8: RACE, threads 4
// expect race -DN=100: RACE
#include <stdlib.h>

int main(int argc, char *argv[])
{
    int from = argc > 1 ? atoi(argv[1]) : N / 2 - 1;
    int a[N + 1];
    for (int i = 0; i <= N; i++)
        a[i] = i;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        if (i >= from)
            a[i] = a[i - from] + 1;
    return a[0];
}
