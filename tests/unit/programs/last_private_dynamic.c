// The same with chunks handed out one by one.
// expect -DN=3: PASS, threads 2, outcomes 1
// expect race -DN=500: UNDECIDED
#include <stdio.h>

int main(void)
{
    int x = 0;
#pragma omp parallel for lastprivate(x) schedule(dynamic)
    for (int i = 0; i < N; i++)
        x = i;
    printf("x = %d\n", x);
    return 0;
}
