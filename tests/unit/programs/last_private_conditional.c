// x is that of the last iteration that assigned it.
// expect -DN=6: PASS, threads 2, outcomes 1
// expect race -DN=400: PASS
#include <stdio.h>

int main(void)
{
    int a[N], x = -1;
    for (int i = 0; i < N; i++)
        a[i] = i % 5;
#pragma omp parallel for lastprivate(conditional : x)
    for (int i = 0; i < N; i++)
        if (a[i] == 2)
            x = i;
    printf("x = %d\n", x);
    return 0;
}
