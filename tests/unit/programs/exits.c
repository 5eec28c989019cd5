// The exit status is the outcome, wherever exit() is called.
// expect: VARIES, outcomes 2
#include <omp.h>
#include <stdlib.h>
int first = -1;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
#pragma omp critical
        if (first < 0)
            first = omp_get_thread_num();
    }
    exit(first);
}
