// After the loop x should be that of the last iteration.
// expect -DN=4: RACE, on x, threads 2
// expect race -DN=10000: RACE, on x
#include <stdio.h>

int main(void)
{
    int x = 0;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        x = i;
    printf("x = %d\n", x);
    return 0;
}
