// Two loops collapsed, one thing in order.
// expect: PASS, threads 2, outcomes 1
#include <stdio.h>

int main(void)
{
    int j, k;
#pragma omp parallel for collapse(2) ordered private(j, k) schedule(static, 3)
    for (k = 1; k <= 3; k++)
        for (j = 1; j <= 2; j++) {
#pragma omp ordered
            printf("%d %d\n", k, j);
        }
    return 0;
}
