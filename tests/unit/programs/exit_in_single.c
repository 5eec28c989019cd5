// One thread ends the program while the others wait for it.
// expect: PASS, threads 2, outcomes 1
#include <stdlib.h>

int main(void)
{
#pragma omp parallel
    {
#pragma omp single
        exit(0);
    }
    return 1;
}
