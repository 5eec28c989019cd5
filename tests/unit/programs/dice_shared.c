// rand() keeps its state in one place for all threads.
// expect: VARIES, threads 2
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int drawn[2];
    srand(1);
#pragma omp parallel for
    for (int i = 0; i < 2; i++)
        drawn[i] = rand() % 100;
    printf("%d %d\n", drawn[0], drawn[1]);
    return 0;
}
