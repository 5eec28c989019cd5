// x is that of the last iteration, whoever ran it.
// expect -DN=4: PASS, outcomes 1
// expect race -DN=10000: PASS
#include <stdio.h>

int main(void)
{
    int x = 0;
#pragma omp parallel for lastprivate(x)
    for (int i = 0; i < N; i++)
        x = i;
    printf("x = %d\n", x);
    return 0;
}
