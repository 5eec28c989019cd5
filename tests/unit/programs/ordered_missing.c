// The clause is there, the construct is not.
// expect -DN=3: RACE, on x, threads 2
// expect race -DN=100: RACE, on x
#include <stdio.h>

int main(void)
{
    int x = 0;
#pragma omp parallel for ordered
    for (int i = 0; i < N; i++)
        x++;
    printf("x = %d\n", x);
    return 0;
}
