// A parallel region inside a critical: the inner team has its own sum.
// expect: PASS, threads 2, outcomes 1
#include <stdio.h>

int main(void)
{
    int i = 1;
#pragma omp parallel sections
    {
#pragma omp section
        {
#pragma omp critical(name)
            {
#pragma omp parallel num_threads(2)
                {
#pragma omp single
                    i++;
                }
            }
        }
#pragma omp section
        {
#pragma omp critical(name)
            i++;
        }
    }
    printf("%d\n", i);
    return 0;
}
