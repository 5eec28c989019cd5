// Printed in order, whoever has which chunk.
// expect: PASS, threads 2, outcomes 1
#include <stdio.h>

static void work(int k)
{
#pragma omp ordered
    printf(" %d", k);
}

int main(void)
{
#pragma omp parallel for ordered schedule(dynamic)
    for (int i = 0; i < 12; i += 5)
        work(i);
    printf("\n");
    return 0;
}
