// A shared temporary: what is stored may be another iteration's value.
// expect -DN=4: RACE, on x, threads 2
// expect race -DN=100: RACE, on x
#include <stdio.h>

int main(void)
{
    int a[N], x = 10;
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        a[i] = x;
        x = i;
    }
    printf("%d %d\n", x, a[0]);
    return 0;
}
