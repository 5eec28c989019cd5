// A chain of many tasks, each with a location of its own: to find the one before
// must not take the longer the more there are.
// expect race: UNDECIDED
// expect race -DWHERE=0: RACE
#include <stdio.h>

enum { N = 20000 };
#ifndef WHERE
#define WHERE i - 1
#endif

static int a[N];

int main(void)
{
#pragma omp parallel num_threads(4)
#pragma omp single
    for (int i = 1; i < N; i++) {
#pragma omp task depend(in : a[WHERE]) depend(out : a[i])
        a[i] = a[i - 1] + 1;
    }
    printf("%d\n", a[N - 1]);
    return 0;
}
