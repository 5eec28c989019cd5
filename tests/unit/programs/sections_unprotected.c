// Two sections write one variable.
// expect: RACE, on i, threads 2
#include <stdio.h>

int main(void)
{
    int i = 0;
#pragma omp parallel sections
    {
#pragma omp section
        i = 1;
#pragma omp section
        i = 2;
    }
    printf("i = %d\n", i);
    return 0;
}
