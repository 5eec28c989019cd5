// The condition is false: a team of one has nobody to race with.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=100: PASS
#include <stdlib.h>

int main(int argc, char *argv[])
{
    int parallel = argc > 1 ? atoi(argv[1]) : 0, a[N + 1];
    for (int i = 0; i <= N; i++)
        a[i] = i;
#pragma omp parallel for if (parallel)
    for (int i = 0; i < N; i++)
        a[i + 1] = a[i] + 1;
    return a[N] != N;
}
