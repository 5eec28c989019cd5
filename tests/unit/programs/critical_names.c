// Two names for two independent sums.
// expect -DN=2: PASS, threads 2, outcomes 1
// expect race -DN=200: UNDECIDED
#include <stdio.h>

int main(void)
{
    int even = 0, odd = 0;
#pragma omp parallel for
    for (int i = 0; i < 2 * N; i++)
        if (i % 2 == 0) {
#pragma omp critical(even)
            even += i;
        } else {
#pragma omp critical(odd)
            odd += i;
        }
    printf("%d %d\n", even, odd);
    return 0;
}
