// scope: private copies and a reduction without a loop; its barrier is at its end.
// expect: PASS, outcomes 1
// expect -DNOWAIT=nowait: RACE, on sum
#ifndef NOWAIT
#define NOWAIT
#endif
#include <omp.h>
int main(void)
{
    int sum = 0, x = 5, first = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp scope private(x) reduction(+ : sum) NOWAIT
        {
            x = omp_get_thread_num() + 1;
            sum += x;
        }
        if (omp_get_thread_num() == 0)
            first = sum;
    }
    return first == 3 && x == 5 ? 0 : 1;
}
