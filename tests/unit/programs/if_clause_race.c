// The condition is true at run time, so there is a team.
// expect -DN=4: RACE, threads 2
// expect race -DN=100: RACE
#include <stdlib.h>

int main(int argc, char *argv[])
{
    int parallel = argc > 1 ? atoi(argv[1]) : 1, a[N + 1];
    for (int i = 0; i <= N; i++)
        a[i] = i;
#pragma omp parallel for if (parallel)
    for (int i = 0; i < N; i++)
        a[i + 1] = a[i] + 1;
    return a[0];
}
