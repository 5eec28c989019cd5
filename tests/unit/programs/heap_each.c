// Every thread allocates, uses and frees its own.
// expect: PASS, outcomes 1
#include <stdlib.h>

int main(void)
{
    int sum = 0;
#pragma omp parallel reduction(+ : sum)
    for (int round = 0; round < 2; round++) {
        int *own = malloc(10 * sizeof *own);
        if (own) {
            for (int i = 0; i < 10; i++)
                own[i] = i;
            sum += own[9];
        }
        free(own);
    }
    return sum != 72;
}
