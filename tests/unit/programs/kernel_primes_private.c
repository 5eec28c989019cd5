// Each thread tests its own numbers; the count is reduced.
// expect -DN=30: PASS, threads 2, outcomes 1
// expect race -DN=1000: PASS
#include <stdio.h>

int main(void)
{
    int primes = 0;
#pragma omp parallel for reduction(+ : primes) schedule(static, 1)
    for (int i = 2; i <= N; i++) {
        int prime = 1;
        for (int k = 2; k * k <= i; k++)
            if (i % k == 0)
                prime = 0;
        primes += prime;
    }
    printf("%d\n", primes);
    return 0;
}
